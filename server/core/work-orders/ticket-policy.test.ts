import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'
import { WORK_ORDER_STATUSES } from './enums.ts'
import { decideTicket, stateKey, type Episode, type Ticket, type TicketAction, type TicketInput } from './ticket-policy.ts'
import { VERDICTS } from './verdict.ts'

const T = Date.parse('2026-11-26T10:00:00Z')
const now = new Date(T)
const episode = (given: Partial<Episode> = {}): Episode => ({ id: 'new', state: 'open', priority: 3, openedAt: T - HOUR_MS, lastAt: T, safety: false, suppressed: null, shadow: false, folded: false, carries: false, ...given })
const ticket = (given: Partial<Ticket> = {}): Ticket => ({
  id: 't', status: 'approved', priority: 3, episodes: ['old'], declined: [], deferral: null, proposed: false, verdict: null, workFinishedAt: null, endedAt: null, merged: false, ...given,
})
const closed = (given: Partial<Ticket> = {}): Ticket => ticket({ status: 'closed', verdict: 'confirmed', workFinishedAt: T - 2 * HOUR_MS, endedAt: T - 2 * HOUR_MS, ...given })
const cancelled = (given: Partial<Ticket> = {}): Ticket => ticket({ status: 'cancelled', endedAt: T - 2 * HOUR_MS, ...given })
const putOff = (days: number) => ({ approver: 'p', reason: 'next stop', until: new Date(T + days * DAY_MS).toISOString(), reAlarmPriority: 2 as const })
const decide = (e: Episode, tickets: Ticket[] = [], more: Partial<TicketInput> = {}) => decideTicket({ episode: e, tickets, known: false, otherOpen: false, now, ...more })

describe('named cases', () => {
  const mine = ['new']
  const cases: { name: string; e?: Partial<Episode>; tickets?: Ticket[]; more?: Partial<TicketInput>; decision: TicketAction; reason: string }[] = [
    { name: 'first of its kind', decision: 'create', reason: 'no-order-for-this-problem' },
    { name: 'over before the message came: still its ticket', e: { state: 'resolved' }, decision: 'create', reason: 'no-order-for-this-problem' },
    { name: 'shadow rule', e: { shadow: true }, decision: 'skip', reason: 'shadow' },
    { name: 'maintenance', e: { suppressed: 'maintenance' }, decision: 'skip', reason: 'suppressed' },
    { name: 'maintenance, though a ticket is open', e: { suppressed: 'maintenance' }, tickets: [ticket()], decision: 'skip', reason: 'suppressed' },
    // Open ticket
    { name: 'the same message again', tickets: [ticket({ episodes: mine })], more: { known: true }, decision: 'skip', reason: 'already-on-the-order' },
    { name: 'a second episode', tickets: [ticket()], decision: 'append-evidence', reason: 'new-episode' },
    { name: 'a milder episode', e: { priority: 4 }, tickets: [ticket()], decision: 'append-evidence', reason: 'new-episode' },
    { name: 'a new state of its own episode', tickets: [ticket({ episodes: mine, priority: 2 })], decision: 'append-evidence', reason: 'goes-on' },
    { name: 'worse', e: { priority: 2 }, tickets: [ticket({ episodes: mine })], decision: 'raise-priority', reason: 'worse' },
    { name: 'worse while someone works on it', e: { priority: 1 }, tickets: [ticket({ status: 'in_progress', episodes: mine })], decision: 'raise-priority', reason: 'worse' },
    { name: 'gone before work', e: { state: 'resolved' }, tickets: [ticket({ episodes: mine })], decision: 'propose-close', reason: 'went-away-before-work' },
    { name: 'another one came and went, and the question stands already', e: { state: 'resolved' }, tickets: [ticket({ proposed: true })], decision: 'append-evidence', reason: 'came-and-went' },
    { name: 'it came again, and the question is withdrawn', tickets: [ticket({ proposed: true })], decision: 'append-evidence', reason: 'new-episode' },
    { name: 'gone during work', e: { state: 'resolved' }, tickets: [ticket({ status: 'on_hold', episodes: mine })], decision: 'append-evidence', reason: 'went-away-during-work' },
    { name: 'gone, but another episode stands', e: { state: 'resolved' }, tickets: [ticket({ episodes: mine })], more: { otherOpen: true }, decision: 'append-evidence', reason: 'another-episode-is-open' },
    { name: 'gone, but alarms folded under it stand', e: { state: 'resolved', carries: true }, tickets: [ticket({ episodes: mine })], decision: 'append-evidence', reason: 'folded-alarms-stand' },
    // Floods
    { name: 'folded under another alarm', e: { folded: true }, decision: 'skip', reason: 'folded' },
    { name: 'folded, with an order of its own: it goes on there', e: { folded: true }, tickets: [ticket()], decision: 'append-evidence', reason: 'new-episode' },
    { name: 'folded, after its own order was merged', e: { folded: true }, tickets: [cancelled({ merged: true, episodes: mine })], decision: 'skip', reason: 'folded' },
    { name: 'stands alone again after its order was merged', tickets: [cancelled({ merged: true, episodes: mine })], decision: 'create', reason: 'no-order-for-this-problem' },
    // Deferral
    { name: "won't fix now", tickets: [ticket({ deferral: putOff(2) })], decision: 'append-evidence', reason: 'put-off' },
    { name: "won't fix now, gone", e: { state: 'resolved' }, tickets: [ticket({ deferral: putOff(2) })], decision: 'propose-close', reason: 'went-away-before-work' },
    { name: 'one step up breaks it', e: { priority: 2 }, tickets: [ticket({ deferral: putOff(2) })], decision: 'raise-priority', reason: 'priority-breaks-deferral' },
    { name: 'a step that was not agreed does not', e: { priority: 3 }, tickets: [ticket({ priority: 4, deferral: putOff(2) })], decision: 'append-evidence', reason: 'put-off' },
    { name: 'safety breaks it at any priority', e: { priority: 4, safety: true }, tickets: [ticket({ deferral: putOff(2) })], decision: 'raise-priority', reason: 'safety-breaks-deferral' },
    { name: 'it expires', tickets: [ticket({ deferral: putOff(-1) })], decision: 'append-evidence', reason: 'new-episode' },
    // Repaired, not closed
    { name: 'relapse after the repair', tickets: [closed({ status: 'completed', endedAt: null })], decision: 'ask-repair-did-not-hold', reason: 'relapse-after-repair' },
    { name: 'relapse after verification', tickets: [closed({ status: 'verified', endedAt: null })], decision: 'ask-repair-did-not-hold', reason: 'relapse-after-repair' },
    { name: 'relapse that is over already', e: { state: 'resolved' }, tickets: [closed({ status: 'completed' })], decision: 'ask-repair-did-not-hold', reason: 'relapse-after-repair' },
    { name: 'late message of an episode from before the repair', e: { openedAt: T - 3 * HOUR_MS }, tickets: [closed({ status: 'completed' })], decision: 'skip', reason: 'began-before-the-repair' },
    { name: 'its own episode ends after the repair', e: { state: 'resolved', openedAt: T - 5 * HOUR_MS }, tickets: [closed({ status: 'completed', episodes: mine })], decision: 'append-evidence', reason: 'went-away-after-repair' },
    { name: 'its own episode gets worse after the repair', e: { priority: 2, openedAt: T - 5 * HOUR_MS }, tickets: [closed({ status: 'completed', episodes: mine })], decision: 'ask-repair-did-not-hold', reason: 'worse-after-repair' },
    { name: 'it goes on a day after the repair', e: { openedAt: T - 30 * HOUR_MS }, tickets: [closed({ status: 'completed', workFinishedAt: T - 25 * HOUR_MS, episodes: mine })], decision: 'ask-repair-did-not-hold', reason: 'goes-on-after-repair' },
    { name: 'a person said that the repair holds', e: { priority: 2 }, tickets: [closed({ status: 'completed', episodes: mine, declined: mine })], decision: 'skip', reason: 'a-person-says-the-repair-holds' },
    // Closed
    { name: 'relapse within the hold-off', tickets: [closed()], decision: 'reopen', reason: 'relapse-within-hold-off' },
    { name: 'relapse after a verdict of not inspected', tickets: [closed({ verdict: 'not-inspected', workFinishedAt: null })], decision: 'reopen', reason: 'relapse-within-hold-off' },
    { name: 'a millisecond before the hold-off ends', tickets: [closed({ workFinishedAt: T - 8 * DAY_MS, endedAt: T - HOUR_MS - 7 * DAY_MS + 1 })], decision: 'reopen', reason: 'relapse-within-hold-off' },
    { name: 'after the hold-off', tickets: [closed({ workFinishedAt: T - 8 * DAY_MS, endedAt: T - HOUR_MS - 7 * DAY_MS })], decision: 'create', reason: 'hold-off-is-over' },
    { name: 'closed after the fact, after the hold-off', tickets: [closed({ workFinishedAt: T - 8 * DAY_MS, endedAt: T })], decision: 'create', reason: 'hold-off-is-over' },
    { name: 'closed after the fact, within the hold-off', tickets: [closed({ workFinishedAt: T - 3 * DAY_MS, endedAt: T })], decision: 'reopen', reason: 'relapse-within-hold-off' },
    { name: 'a false alarm, after the hold-off', tickets: [closed({ verdict: 'nothing-found', workFinishedAt: null, endedAt: T - 9 * DAY_MS })], decision: 'create', reason: 'hold-off-is-over' },
    { name: 'nothing found is respected', tickets: [closed({ verdict: 'nothing-found' })], decision: 'skip', reason: 'false-alarm-respected' },
    { name: 'sensor fault is respected', tickets: [closed({ verdict: 'sensor-fault' })], decision: 'skip', reason: 'false-alarm-respected' },
    { name: 'process change is respected', tickets: [closed({ verdict: 'process-change' })], decision: 'skip', reason: 'false-alarm-respected' },
    { name: 'a higher priority is no false alarm', e: { priority: 2 }, tickets: [closed({ verdict: 'nothing-found' })], decision: 'reopen', reason: 'relapse-within-hold-off' },
    { name: 'last week replayed', e: { openedAt: T - 9 * DAY_MS, lastAt: T - 8 * DAY_MS }, tickets: [closed()], decision: 'skip', reason: 'began-before-the-repair' },
    { name: 'its own episode, closed', e: { openedAt: T - 5 * HOUR_MS }, tickets: [closed({ episodes: mine })], decision: 'skip', reason: 'handled' },
    { name: 'its own episode ends after closing', e: { state: 'resolved' }, tickets: [closed({ episodes: mine })], decision: 'skip', reason: 'went-away' },
    { name: 'its own episode gets worse after closing', e: { priority: 1, openedAt: T - 5 * HOUR_MS }, tickets: [closed({ episodes: mine })], decision: 'reopen', reason: 'worse-after-close' },
    { name: 'its own episode goes on a day after closing', e: { openedAt: T - 40 * HOUR_MS }, tickets: [closed({ episodes: mine, workFinishedAt: T - 25 * HOUR_MS })], decision: 'reopen', reason: 'goes-on-after-repair' },
    { name: 'goes on, but nothing was found', e: { openedAt: T - 40 * HOUR_MS }, tickets: [closed({ episodes: mine, verdict: 'nothing-found', workFinishedAt: T - 25 * HOUR_MS })], decision: 'skip', reason: 'handled' },
    { name: 'suppressed during the repair, goes on a day after', e: { openedAt: T - 40 * HOUR_MS }, tickets: [closed({ workFinishedAt: T - 25 * HOUR_MS })], decision: 'reopen', reason: 'goes-on-after-repair' },
    { name: 'a person said it is a new problem', tickets: [closed({ episodes: mine, declined: mine })], decision: 'create', reason: 'a-person-says-it-is-new' },
    // Cancelled and rejected
    { name: 'cancelled by a person', tickets: [cancelled()], decision: 'skip', reason: 'a-person-decided' },
    { name: 'rejected by a person', tickets: [cancelled({ status: 'rejected' })], decision: 'skip', reason: 'a-person-decided' },
    { name: 'cancelled, its own episode goes on', tickets: [cancelled({ episodes: mine })], decision: 'skip', reason: 'a-person-decided' },
    { name: 'cancelled, its own episode gets worse', e: { priority: 2 }, tickets: [cancelled({ episodes: mine })], decision: 'create', reason: 'worse-than-decided' },
    { name: 'cancelled, a worse episode', e: { priority: 2 }, tickets: [cancelled()], decision: 'create', reason: 'worse-than-decided' },
    { name: 'cancelled long ago', tickets: [cancelled({ endedAt: T - 9 * DAY_MS })], decision: 'create', reason: 'hold-off-is-over' },
    // Several orders of one key
    { name: 'an open one beside old ones', tickets: [ticket({ id: 'open' }), closed()], decision: 'append-evidence', reason: 'new-episode' },
    { name: 'an episode of an earlier order', tickets: [ticket({ id: 'open' }), closed({ episodes: mine })], decision: 'skip', reason: 'handled-by-an-earlier-order' },
    { name: 'the newest of several ended ones counts', tickets: [closed({ verdict: 'nothing-found' }), closed({ id: 'older' })], decision: 'skip', reason: 'false-alarm-respected' },
  ]
  test.each(cases)('$name -> $decision', ({ e, tickets, more, decision, reason }) => {
    expect(decide(episode(e), tickets, more)).toMatchObject({ decision, reason })
  })
})

describe('over every state, verdict and priority', () => {
  const inputs = WORK_ORDER_STATUSES.flatMap((status) =>
    [null, ...VERDICTS].flatMap((verdict) =>
      ([1, 2, 3, 4] as const).flatMap((priority) =>
        (['open', 'resolved'] as const).flatMap((state) => [true, false].map((linked) => ({ status, verdict, priority, state, linked }))),
      ),
    ),
  )
  const worked = ['completed', 'verified', 'closed']
  const decideOn = ({ status, verdict, priority, state, linked }: (typeof inputs)[number], more: Partial<TicketInput> = {}, e: Partial<Episode> = {}) =>
    decide(
      episode({ priority, state, ...e }),
      [ticket({ status, verdict, episodes: linked ? ['new'] : ['old'], workFinishedAt: worked.includes(status) ? T - 2 * HOUR_MS : null, endedAt: T - 2 * HOUR_MS })],
      more,
    )

  test('a second open ticket is never made', () => {
    for (const input of inputs)
      if (!['closed', 'cancelled', 'rejected'].includes(input.status)) expect(['create', 'reopen'], JSON.stringify(input)).not.toContain(decideOn(input).decision)
  })
  test('what is known changes nothing on an open ticket', () => {
    for (const input of inputs)
      if (!['closed', 'cancelled', 'rejected'].includes(input.status)) expect(decideOn(input, { known: true }).decision, JSON.stringify(input)).toBe('skip')
  })
  test('suppressed and shadow episodes raise nothing of their own', () => {
    for (const input of inputs) {
      expect(decideOn({ ...input, linked: false }, {}, { suppressed: 'maintenance' }).decision).toBe('skip')
      expect(decideOn(input, {}, { shadow: true }).decision).toBe('skip')
    }
  })
  test('a decision names its order, unless it makes one', () => {
    for (const input of inputs) {
      const made = decideOn(input)
      expect(made.ticketId, JSON.stringify(made)).toBe(made.decision === 'create' ? null : 't')
      expect(made.reason).not.toBe('')
    }
  })
})

test('a state of an episode is named by id, state and priority', () => {
  expect(new Set([episode(), episode({ state: 'resolved' }), episode({ priority: 1 }), episode({ id: 'x' })].map(stateKey)).size).toBe(4)
})
