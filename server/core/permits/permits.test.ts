import { describe, expect, test } from 'vitest'
import { MINUTE_MS, HOUR_MS } from '../kernel/time.ts'
import type { Permission } from '../people/permissions.ts'
import { areNeighbours, conflictsOf, type Place, type Standing } from './conflicts.ts'
import { checkWindow, decidePermit, type PermitAct, type PermitFacts, type PermitSituation } from './decide.ts'
import { gasFindings, type GasTest } from './gas.ts'
import { checkNew, type NewPermit } from './issue.ts'
import { areAtOdds, PERMIT_KINDS, PERMIT_POLICIES, type PermitKind } from './kinds.ts'
import { PERMIT_COMMANDS, PERMIT_STATUSES, PERMIT_TRANSITIONS, type PermitCommand } from './transitions.ts'

const NOW = new Date('2026-01-05T10:00:00Z')
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS)
const ISSUER = '00000000-0000-7000-8000-00000000000a'
const PERFORMER = '00000000-0000-7000-8000-00000000000b'

const lel = (value: number, minutesAgo = 5): GasTest => ({ gas: 'LEL', value, unit: '%', low: null, high: 10, at: new Date(NOW.getTime() - minutesAgo * MINUTE_MS), by: ISSUER })
const permit = (facts: Partial<PermitFacts> = {}): PermitFacts =>
  ({ kind: 'hot-work', status: 'issued', performerId: PERFORMER, from: inHours(-1), to: inHours(3), gasTests: [lel(0)], ...facts })
const ACTS: { readonly [Name in PermitCommand]: Extract<PermitAct, { name: Name }> } = {
  gasTest: { name: 'gasTest', payload: { readings: [{ gas: 'LEL', value: 2 }] } }, suspend: { name: 'suspend', payload: { reason: 'smoke' } }, resume: { name: 'resume', payload: {} },
  extend: { name: 'extend', payload: { to: inHours(5) } }, handBack: { name: 'handBack', payload: {} }, close: { name: 'close', payload: {} },
}
const by = (personId: string, more: Partial<PermitSituation> = {}): PermitSituation => ({ now: NOW, done: NOW, personId, late: false, holds: () => true, ...more })
const says = (facts: PermitFacts, act: PermitAct, at: PermitSituation): string => {
  const decided = decidePermit(facts, act, at)
  return decided.ok ? decided.value.status : decided.error.message
}

describe('a permit\'s life', () => {
  test.each(PERMIT_COMMANDS.flatMap((command) => PERMIT_STATUSES.map((status) => [command, status] as const)))('%s while %s is as the table says', (command, status) => {
    const row = PERMIT_TRANSITIONS[command]
    const act = command === 'close' ? { name: 'close' as const, payload: { reason: 'nobody is there' } } : ACTS[command]
    const decided = decidePermit(permit({ status }), act, by(row.by === 'performer' ? PERFORMER : ISSUER))
    if (!row.from.includes(status)) expect(decided).toMatchObject({ ok: false, error: { code: 'illegal-transition' } })
    else expect(decided).toMatchObject({ ok: true, value: { status: row.to === 'same' ? status : row.to, flagged: null } })
  })

  test.each<[string, PermitFacts, PermitAct, PermitSituation, RegExp]>([
    ['resuming one\'s own permit', permit({ status: 'suspended' }), ACTS.resume, by(PERFORMER), /not who works under it/],
    ['extending one\'s own permit', permit(), ACTS.extend, by(PERFORMER), /not who works under it/],
    ['closing one\'s own permit', permit({ status: 'handed-back' }), ACTS.close, by(PERFORMER), /not who works under it/],
    ['handing back another\'s', permit(), ACTS.handBack, by(ISSUER), /Only who works under/],
    ['handing back one\'s own', permit(), ACTS.handBack, by(PERFORMER), /^handed-back$/],
    ['closing what nobody handed back', permit(), ACTS.close, by(ISSUER), /Nobody has handed/],
    ['closing it with the reason', permit(), { name: 'close', payload: { reason: 'went home' } }, by(ISSUER), /^closed$/],
    ['resuming what has expired', permit({ status: 'suspended', to: inHours(-0.1) }), ACTS.resume, by(ISSUER), /has expired/],
    ['resuming without a fresh test', permit({ status: 'suspended', gasTests: [lel(0, 31)] }), ACTS.resume, by(ISSUER), /last 30 minutes.*LEL/],
    ['resuming in gas', permit({ status: 'suspended', gasTests: [lel(12)] }), ACTS.resume, by(ISSUER), /Outside the limits: LEL/],
    ['extending to an earlier end', permit(), { name: 'extend', payload: { to: inHours(2) } }, by(ISSUER), /ends later/],
    ['extending for too long', permit(), { name: 'extend', payload: { to: inHours(16) } }, by(ISSUER), /12 h at most/],
    ['testing a gas that is not asked for', permit(), { name: 'gasTest', payload: { readings: [{ gas: 'H2S', value: 1 }] } }, by(ISSUER), /no test of H2S/],
    ['measuring gas', permit(), { name: 'gasTest', payload: { readings: [{ gas: 'LEL', value: 20 }] } }, by(PERFORMER), /^suspended$/],
    ['measuring none', permit(), ACTS.gasTest, by(PERFORMER), /^issued$/],
    ['extending without a connection', permit(), ACTS.extend, by(ISSUER, { late: true }), /connection only/],
    ['resuming without a connection', permit({ status: 'suspended' }), ACTS.resume, by(ISSUER, { late: true }), /connection only/],
    ['suspending without a connection', permit(), ACTS.suspend, by(PERFORMER, { late: true }), /^suspended$/],
  ])('%s', (_name, facts, act, at, expected) => { expect(says(facts, act, at)).toMatch(expected) })

  test('a role that lacks the permission is refused', () => {
    const nobody = (permission: Permission): boolean => permission === 'work-order.read'
    expect(decidePermit(permit(), ACTS.extend, by(ISSUER, { holds: nobody }))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(decidePermit(permit(), ACTS.suspend, by(ISSUER, { holds: nobody }))).toMatchObject({ ok: true })
  })

  test('what comes late is a fact that takes nothing back', () => {
    expect(decidePermit(permit({ status: 'closed' }), ACTS.suspend, by(PERFORMER, { late: true }))).toMatchObject({ ok: true, value: { status: 'closed', flagged: 'not-now' } })
    expect(decidePermit(permit({ status: 'suspended' }), ACTS.handBack, by(PERFORMER, { late: true }))).toMatchObject({ ok: true, value: { status: 'handed-back', flagged: null } })
  })
})

describe('issuing', () => {
  const asked = (more: Partial<NewPermit> = {}): NewPermit => ({
    kind: 'hot-work', work: 'Weld the bracket', performerId: PERFORMER, from: NOW, to: inHours(4), precautions: [...PERMIT_POLICIES['hot-work'].precautions], readings: [{ gas: 'LEL', value: 0 }], ...more,
  })
  test.each<[string, NewPermit, RegExp | null]>([
    ['all is well', asked(), null],
    ['the issuer would work under it', asked({ performerId: ISSUER }), /not who works under it/],
    ['a precaution is open', asked({ precautions: PERMIT_POLICIES['hot-work'].precautions.slice(1) }), /Open: 1/],
    ['a gas was not tested', asked({ readings: [] }), /LEL/],
    ['a gas is outside its limits', asked({ readings: [{ gas: 'LEL', value: 10.1 }] }), /Outside/],
    ['a gas was tested too long ago', asked({ readings: [{ gas: 'LEL', value: 0, at: inHours(-1) }] }), /30 minutes/],
    ['a kind that needs no test', asked({ kind: 'height', precautions: [...PERMIT_POLICIES.height.precautions], readings: [] }), null],
  ])('when %s', (_name, one, expected) => {
    const checked = checkNew(one, ISSUER, NOW)
    if (expected === null) expect(checked.ok).toBe(true)
    else expect(checked).toMatchObject({ ok: false, error: { message: expect.stringMatching(expected) } })
  })

  test('a test said to be of the future counts as of now', () => {
    expect(checkNew(asked({ readings: [{ gas: 'LEL', value: 0, at: inHours(2) }] }), ISSUER, NOW)).toMatchObject({ ok: true, value: [{ at: NOW }] })
  })

  test.each([
    ['backwards', inHours(2), inHours(1), /ends after/], ['in the past', inHours(-2), inHours(-1), /still to come/], ['too long', NOW, inHours(9), /8 h at most/], ['as long as may be', NOW, inHours(8), null],
  ] as const)('a window that is %s', (_name, from, to, expected) => {
    const wrong = checkWindow('confined-space', from, to, NOW)
    if (expected === null) expect(wrong).toBeNull()
    else expect(wrong?.message).toMatch(expected)
  })

  test('of each gas the newest test counts', () => {
    expect(gasFindings('hot-work', [lel(50, 20), lel(0, 5)], NOW)).toEqual([])
    expect(gasFindings('hot-work', [lel(0, 20), lel(50, 5)], NOW)).toEqual([{ gas: 'LEL', problem: 'outside' }])
    expect(gasFindings('confined-space', [lel(0)], NOW).map(({ gas }) => gas)).toEqual(['O2', 'CO', 'H2S'])
  })
})

describe('conflicts', () => {
  const [site, area, line, other] = [{ id: 'S', level: 'area' }, { id: 'A', level: 'area' }, { id: 'L', level: 'line' }, { id: 'M', level: 'line' }]
  const machine = (id: string, on = line): Place => [{ id, level: 'machine' }, on, area, site]
  const part: Place = [{ id: 'P', level: 'component' }, ...machine('X')]
  test.each<[string, Place, Place, boolean]>([
    ['the same machine', machine('X'), machine('X'), true], ['a machine and its part', machine('X'), part, true], ['a part and its machine', part, machine('X'), true],
    ['two machines of a line', machine('X'), machine('Y'), true], ['machines of two lines', machine('X'), machine('Y', other), false], ['a machine and its line', machine('X'), [line, area, site], true],
    ['two machines in no line', [{ id: 'X', level: 'machine' }, area], [{ id: 'Y', level: 'machine' }, area], true], ['nowhere', [], machine('X'), false],
  ])('%s', (_name, one, two, expected) => { expect(areNeighbours(one, two)).toBe(expected) })

  test('hold in both directions, and no kind is at odds with itself', () => {
    for (const one of PERMIT_KINDS) {
      expect(areAtOdds(one, one)).toBe(false)
      for (const two of PERMIT_KINDS) expect(areAtOdds(one, two)).toBe(areAtOdds(two, one))
    }
    expect(areAtOdds('hot-work', 'line-breaking')).toBe(true)
    expect(areAtOdds('height', 'hot-work')).toBe(false)
  })

  const standing = (kind: PermitKind, from: number, to: number, more: Partial<Standing> = {}): Standing => ({ kind, status: 'issued', place: machine('X'), from: inHours(from), to: inHours(to), ...more })
  test.each<[string, Standing, number]>([
    ['at the same time', standing('line-breaking', -1, 2), 1], ['afterwards', standing('line-breaking', 4, 6), 0], ['before', standing('line-breaking', 0.1, 0.2), 1],
    ['expired and not handed back', standing('line-breaking', -4, -1), 1], ['suspended', standing('line-breaking', -1, 2, { status: 'suspended' }), 0],
    ['handed back', standing('line-breaking', -1, 2, { status: 'handed-back' }), 0], ['elsewhere', standing('line-breaking', -1, 2, { place: machine('Z', other) }), 0],
    ['of a kind that gets along', standing('height', -1, 2), 0],
  ])('with one %s', (_name, one, count) => { expect(conflictsOf(standing('hot-work', 0, 4), [one], NOW)).toHaveLength(count) })
})
