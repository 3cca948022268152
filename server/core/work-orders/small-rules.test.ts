import { describe, expect, test } from 'vitest'
import { breaksDeferral, isDeferred } from './deferral.ts'
import { labourHours } from './labour.ts'
import { approvedByPolicy, verificationRequired } from './policy.ts'
import { dueAt, isHigher, stepUp, toPriority } from './priority.ts'
import { canBeAllOk, checkAnswer, judgeAnswer, shownAnswer } from './tasks.ts'

describe('priority', () => {
  test.each([[0, 1], [1, 1], [2, 2], [2.9, 2], [3, 3], [4, 4], [9, 4]])('%d is read as %d', (stored, read) => expect(toPriority(stored)).toBe(read))
  test('1 is more urgent than 2', () => expect([isHigher(1, 2), isHigher(2, 2), isHigher(3, 2)]).toEqual([true, false, false]))
  test('a step up ends at critical', () => expect(([4, 3, 2, 1] as const).map(stepUp)).toEqual([3, 2, 1, 1]))
  test('critical is due within a day', () => expect(dueAt(1, new Date(0))).toEqual(new Date(86_400_000)))
})

describe('policy', () => {
  test.each([
    ['predictive', 'condition', 3, true], ['predictive', 'condition', 4, false], ['predictive', 'condition', 1, true],
    ['corrective', 'request', 1, false], ['preventive', 'pm', 4, true], ['corrective', 'manual', 2, false],
  ] as const)('%s from %s at %d approved by policy: %s', (kind, source, priority, approved) => expect(approvedByPolicy({ kind, source, priority })).toBe(approved))
  test('statutory work is verified', () => expect([verificationRequired('statutory'), verificationRequired('predictive')]).toEqual([true, false]))
})

describe('deferral', () => {
  const given = { approver: 'p', reason: 'stop', until: '2026-01-02T00:00:00Z', reAlarmPriority: 1 as const }
  test('holds until its time', () => {
    expect(isDeferred(given, new Date('2026-01-01T23:59:59.999Z'))).toBe(true)
    expect(isDeferred(given, new Date('2026-01-02T00:00:00Z'))).toBe(false)
    expect(isDeferred(null, new Date(0))).toBe(false)
  })
  test.each([[1, false, true], [2, false, false], [4, true, true]] as const)('priority %d, safety %s breaks it: %s', (priority, safety, breaks) => {
    expect(breaksDeferral(given, { priority, safety }, 3)).toBe(breaks)
  })
})

describe('labour', () => {
  const at = (minutes: number): Date => new Date(minutes * 60_000)
  const timer = (from: number, to: number | null, activity = 'active') => ({ personId: 'p', startedAt: at(from), endedAt: to === null ? null : at(to), activity })
  test.each([
    { name: 'none', timers: [], hours: 0 },
    { name: 'two people at once count twice', timers: [timer(0, 60), timer(0, 60)], hours: 2 },
    { name: 'a running one counts until now', timers: [timer(60, null)], hours: 1 },
    { name: 'waiting is not work', timers: [timer(0, 60, 'wait'), timer(60, 90)], hours: 0.5 },
    { name: 'a clock that ran backwards adds nothing', timers: [timer(60, 30)], hours: 0 },
  ])('$name', ({ timers, hours }) => expect(labourHours(timers, at(120))).toBe(hours))
})

describe('answers to steps', () => {
  test.each([
    { name: 'check', task: { kind: 'check', spec: {} }, answer: true, value: { value: true, failed: false } },
    { name: 'not ok', task: { kind: 'pass-fail', spec: {} }, answer: false, value: { value: false, failed: true } },
    { name: 'within limits', task: { kind: 'number', spec: { min: 24, max: 28 } }, answer: 28, value: { value: 28, failed: false } },
    { name: 'outside limits', task: { kind: 'number', spec: { min: 24, max: 28 } }, answer: 29, value: { value: 29, failed: true } },
    { name: 'choice', task: { kind: 'choice', spec: { choices: ['a'] } }, answer: 'a', value: { value: 'a', failed: false } },
    { name: 'text', task: { kind: 'text', spec: {} }, answer: 'x', value: { value: 'x', failed: false } },
  ] as const)('$name', ({ task, answer, value }) => expect(checkAnswer(task as never, answer)).toEqual({ ok: true, value }))
  test.each([
    { name: 'a word for a number', task: { kind: 'number', spec: {} }, answer: 'ten' },
    { name: 'a number for a check', task: { kind: 'check', spec: {} }, answer: 1 },
    { name: 'no such choice', task: { kind: 'choice', spec: { choices: ['a'] } }, answer: 'b' },
    { name: 'an empty text', task: { kind: 'text', spec: {} }, answer: '  ' },
  ] as const)('$name is refused', ({ task, answer }) => expect(checkAnswer(task as never, answer)).toMatchObject({ ok: false, error: { code: 'invalid', facts: { field: 'answer' } } }))
})

describe('all that belongs to an answer', () => {
  const file = '018f0000-0000-7000-8000-000000000001'
  test.each([
    { name: 'a photo', kind: 'photo', input: { attachmentIds: [file] }, value: { value: 1, failed: false, attachmentIds: [file] } },
    { name: 'a signature', kind: 'signature', input: { answer: 'R. Weber', attachmentIds: [file] }, value: { value: 'R. Weber', failed: false, attachmentIds: [file] } },
    { name: 'not applicable', kind: 'number', input: { notApplicable: true }, value: { value: 'n/a', failed: false } },
    { name: 'not OK with a note and a photo', kind: 'pass-fail', input: { answer: false, note: 'cracked', attachmentIds: [file] }, value: { value: false, failed: true, note: 'cracked', attachmentIds: [file] } },
  ] as const)('$name', ({ kind, input, value }) => expect(judgeAnswer({ kind, spec: {} }, input as never)).toEqual({ ok: true, value }))
  test.each(['photo', 'signature', 'check', 'number', 'choice', 'text', 'meter'] as const)('%s without anything is refused', (kind) => {
    expect(judgeAnswer({ kind, spec: {} }, {})).toMatchObject({ ok: false, error: { facts: { field: 'answer' } } })
  })
  test('the newest by when it was given holds, whatever arrived last', () => {
    const given = [{ id: 'b', at: new Date(2) }, { id: 'c', at: new Date(1) }, { id: 'a', at: new Date(2) }]
    expect([shownAnswer(given)?.id, shownAnswer([])]).toEqual(['b', null])
  })
  test.each([['check', null, true], ['pass-fail', null, true], ['pass-fail', { value: false }, false], ['number', null, false]] as const)('all OK for %s with %j: %s', (kind, answer, may) => {
    expect(canBeAllOk({ kind, answer })).toBe(may)
  })
})
