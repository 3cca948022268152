import { describe, expect, it } from 'vitest'
import { atMost, filledIn, firstCloseOut, inputOf, missing, questions, type CloseOut } from '../../../_lib/work-orders/close-out.ts'
import { trendOfEvidence } from '../../../_lib/trend/of-evidence.ts'
import { isFiltered, NOT_RAISED, queryOf, type Filters } from './filters.ts'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { nextStep, otherCommands, placeOnPath } from './next-step.ts'
import type { OrderView, TrendEvidence } from './view.ts'

const BERLIN = 'Europe/Berlin'
const NOW = Date.parse('2026-11-26T10:00:00Z')
const view = (order: object = {}, suggested: object = {}): OrderView =>
  ({
    order: { kind: 'predictive', source: 'condition', failureMode: 'VIB', status: 'in_progress', workStartedAt: '2026-11-26T09:00:00.000Z', ...order },
    incident: { openedAt: '2026-11-26T08:30:00.000Z' },
    choices: {
      items: [{ code: 'BLADE', name: 'Blades' }, { code: 'BELT', name: 'Belt' }], modes: [{ code: 'VIB', name: 'Vibration', usual: { itemCode: 'BLADE', activityCode: 'clean' } }, { code: 'BRD', name: 'Breakdown', usual: { itemCode: 'BELT', activityCode: 'replace' } }],
      activities: ['clean', 'replace'], suggested: { itemCode: null, modeCode: 'VIB', activityCode: null, effect: 'averted', from: null, ...suggested },
    },
  }) as unknown as OrderView
const write = (ms: number): string => toLocalInput(ms, BERLIN)
const said = (change: Partial<CloseOut> = {}, of = view()): CloseOut => ({ ...firstCloseOut(of, write), ...change })

describe('local time', () => {
  it.each([['winter', '2026-11-26T10:00:00Z', '2026-11-26T11:00'], ['summer', '2026-07-01T10:00:00Z', '2026-07-01T12:00']])('%s', (_name, iso, text) => {
    expect(toLocalInput(Date.parse(iso), BERLIN)).toBe(text)
    expect(fromLocalInput(text, BERLIN)).toBe(Date.parse(iso))
  })
  it.each(['', '2026-11', 'noon', '2026-13-40T99:99'])('does not guess %s', (text) => {
    expect(fromLocalInput(text, BERLIN)).toBeNull()
  })
})

describe('nextStep', () => {
  const base = { status: 'approved', allowed: [], proposals: [], assigned: false, mine: false } as const
  it.each([
    ['a supervisor assigns first', { ...base, allowed: ['assign', 'start'] as const }, { kind: 'command', command: 'assign' }],
    ['a technician starts', { ...base, allowed: ['start'] as const }, { kind: 'command', command: 'start' }],
    ['an assigned order is started', { ...base, assigned: true, allowed: ['assign', 'start'] as const }, { kind: 'command', command: 'start' }],
    ['a request is approved', { ...base, status: 'requested', allowed: ['approve', 'reject', 'assign'] as const }, { kind: 'command', command: 'approve' }],
    ['running work is closed in one go', { ...base, status: 'in_progress', allowed: ['complete', 'close', 'hold'] as const }, { kind: 'close-out', command: 'close' }],
    ['or completed, where others verify', { ...base, status: 'in_progress', allowed: ['complete', 'hold'] as const }, { kind: 'close-out', command: 'complete' }],
    ['what was begun without approval is approved first', { ...base, status: 'in_progress', allowed: ['approve', 'complete', 'close'] as const }, { kind: 'command', command: 'approve' }],
    ['but whoever does the work goes on with it', { ...base, status: 'in_progress', mine: true, allowed: ['approve', 'complete', 'close'] as const }, { kind: 'close-out', command: 'close' }],
    ['what was closed without approval is approved too', { ...base, status: 'closed', allowed: ['approve', 'reopen'] as const }, { kind: 'command', command: 'approve' }],
    ['waiting work goes on', { ...base, status: 'on_hold', assigned: true, allowed: ['resume', 'cancel'] as const }, { kind: 'command', command: 'resume' }],
    ['a question of the system comes first', { ...base, proposals: ['close'] as const, allowed: ['acceptProposal', 'start'] as const }, { kind: 'proposal', proposal: 'close' }],
    ['who may do nothing waits', base, { kind: 'waiting' }],
    ['what is closed has ended', { ...base, status: 'closed' }, { kind: 'ended' }],
  ] as const)('%s', (_name, input, expected) => {
    expect(nextStep({ ...input, allowed: [...input.allowed], proposals: [...input.proposals] })).toEqual(expected)
  })
  it('keeps the one action out of the menu, and offers only the timer command that fits', () => {
    expect(otherCommands({ kind: 'command', command: 'assign' }, ['assign', 'start', 'stopTimer', 'joinTimer'], true)).toEqual(['start', 'stopTimer'])
  })
  it('knows the ordinary way', () => {
    expect(['requested', 'on_hold', 'closed', 'cancelled'].map(placeOnPath)).toEqual([-1, 2, 4, null])
  })
})

describe('closing out', () => {
  it('never begins with a verdict', () => {
    const usual = view({}, { itemCode: 'BLADE', activityCode: 'clean', from: 'class' })
    expect(filledIn(usual, firstCloseOut(usual, write))).toMatchObject({ verdict: null, itemCode: 'BLADE', activityCode: 'clean', workStartedAt: '2026-11-26T10:00' })
  })
  it.each([
    ['what a person says stands', { verdict: 'confirmed' as const, itemCode: 'BELT' }, { itemCode: 'BELT', activityCode: 'clean' }],
    ['another fault that is not named yet has nothing usual', { verdict: 'other-fault-found' as const }, { itemCode: null, activityCode: null }],
    ['another fault brings what is usual for it', { verdict: 'other-fault-found' as const, modeCode: 'BRD' }, { itemCode: 'BELT', activityCode: 'replace' }],
    ['the same mode named as another fault keeps what its cases say', { verdict: 'other-fault-found' as const, modeCode: 'VIB' }, { itemCode: 'BLADE', activityCode: 'clean' }],
  ])('%s', (_name, change, expected) => {
    const usual = view({}, { itemCode: 'BLADE', activityCode: 'clean', from: 'cases' })
    expect(filledIn(usual, said(change, usual))).toMatchObject(expected)
  })
  it.each([
    ['nothing said', {}, 'verdict'],
    ['confirmed, without the item', { verdict: 'confirmed' as const }, 'itemCode'],
    ['confirmed, without the activity', { verdict: 'confirmed' as const, itemCode: 'BLADE' }, 'activityCode'],
    ['confirmed', { verdict: 'confirmed' as const, itemCode: 'BLADE', activityCode: 'clean' }, null],
    ['nothing found needs no more', { verdict: 'nothing-found' as const }, null],
    ['another fault without its name', { verdict: 'other-fault-found' as const, itemCode: 'BLADE', activityCode: 'clean' }, 'modeCode'],
    ['finished before it began', { verdict: 'nothing-found' as const, workFinishedAt: '2026-11-26T09:00' }, 'workFinishedAt'],
  ])('%s', (_name, change, field) => {
    expect(missing(view(), said(change), BERLIN, NOW)).toBe(field)
  })
  it('is three taps in the usual case', () => {
    const usual = view({}, { itemCode: 'BLADE', activityCode: 'clean', from: 'class' })
    expect(missing(usual, filledIn(usual, { ...firstCloseOut(usual, write), verdict: 'confirmed' }), BERLIN, NOW)).toBeNull()
  })
  it('sends a lost function only for a failure', () => {
    const fault = { verdict: 'confirmed' as const, itemCode: 'BLADE', activityCode: 'clean' }
    expect(inputOf(view(), said(fault), BERLIN)).not.toHaveProperty('functionLostAt')
    expect(inputOf(view(), said({ ...fault, effect: 'functional-failure' }), BERLIN).functionLostAt).toEqual(new Date('2026-11-26T08:30:00Z'))
  })
  it('asks for less on an order that nobody was warned of', () => {
    expect(questions(view({ kind: 'corrective', source: 'request' }), said())).toEqual({ verdict: false, fault: true, mode: false })
    const reported = view({ kind: 'corrective', source: 'request', failureMode: null })
    expect(questions(reported, said())).toEqual({ verdict: false, fault: true, mode: true })
    expect(missing(reported, said({ itemCode: 'BLADE', activityCode: 'clean', modeCode: 'BRD' }), BERLIN, NOW)).toBeNull()
    expect(questions(view({ kind: 'preventive', source: 'pm' }), said())).toEqual({ verdict: false, fault: false, mode: false })
  })
  it('shows at most seven choices and never hides the suggested one', () => {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    expect(atMost(codes, 'h')).toEqual(['a', 'b', 'c', 'd', 'e', 'h', 'OTHER'])
    expect(atMost(codes.slice(0, 7), null)).toHaveLength(7)
  })
})

describe('evidence', () => {
  const point = (id: string) => ({ id, no: 1, key: id, code: id, name: id, quantity: '', unit: '', axis: null })
  const evidence = {
    firedAt: '2026-11-26T09:00:00.000Z', priority: 2, window: { from: '2026-11-26T08:00:00.000Z', to: '2026-11-26T10:00:00.000Z' },
    limits: [{ value: 0.18, side: 'above', clear: null, band: { from: 0, to: 75 } }, { value: 0.5, side: 'above', clear: null, band: { from: 75, to: 100 } }],
    trend: { point: point('acc'), points: [[NOW - 7_200_000, 0.05, 0.06, 0.06], [NOW - 3_600_000, 0.3, 2, 2]] },
    gate: { point: point('speed'), points: [[NOW - 7_200_000, 60, 60, 60], [NOW - 5_000_000, 90, 90, 90]] },
  } as unknown as TrendEvidence
  const words = { limit: 'limit', fired: 'fired', gateValue: String }

  it('steps the limit by the frozen gate and marks the moment', () => {
    const model = trendOfEvidence(evidence, true, words)
    expect(model.limits).toEqual([{ seriesId: 'acc', label: 'limit', direction: 'above', priority: 2, steps: [{ from: NOW - 7_200_000, value: 0.18 }, { from: NOW - 5_000_000, value: 0.5 }] }])
    expect(model.marks).toEqual([{ at: NOW - 3_600_000, label: 'fired' }])
    expect(model.strip?.cells).toHaveLength(2)
  })
  it('loses its colour when the fault is over', () => {
    expect(trendOfEvidence(evidence, false, words).limits[0]?.priority).toBeNull()
  })
})

describe('filters', () => {
  const none: Filters = { stage: 'open', scope: 'everyone', source: null, priority: null, q: ' ', sort: 'newest', cursor: null, ...NOT_RAISED }
  it('asks for open orders by default', () => {
    expect(queryOf(none)).toMatchObject({ sort: 'newest', limit: 50 })
    expect(queryOf(none).status).toContain('in_progress')
    expect(queryOf(none)).not.toHaveProperty('q')
    expect(isFiltered(none)).toBe(false)
  })
  it('asks for what was chosen', () => {
    expect(queryOf({ ...none, stage: 'all', scope: 'mine', source: 'condition', priority: 1, q: 'fan', cursor: 'x' })).toEqual({
      mine: true, source: ['condition'], priority: [1], q: 'fan', cursor: 'x', sort: 'newest', limit: 50,
    })
    expect(isFiltered({ ...none, q: 'fan' })).toBe(true)
  })
  it('asks for the orders behind a figure of a rule', () => {
    const narrowed: Filters = { ...none, rule: 'r', outcome: ['process-change', 'nothing-found'], from: '2026-10-28', to: '2026-11-27' }
    expect(queryOf(narrowed)?.raised).toEqual({ ruleId: 'r', outcomes: ['nothing-found', 'process-change'], from: '2026-10-28', to: '2026-11-27' })
    expect(queryOf(none)).not.toHaveProperty('raised')
    expect(isFiltered(narrowed)).toBe(true)
  })
})
