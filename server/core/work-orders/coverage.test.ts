import { describe, expect, test } from 'vitest'
import { uncovered } from './coverage.ts'
import type { Ticket } from './ticket-policy.ts'

const HOUR = 3_600_000
const ticket = (given: Partial<Ticket>): Ticket => ({
  id: 't', status: 'approved', priority: 3, episodes: [], declined: [], deferral: null, proposed: false, verdict: null, workFinishedAt: null, endedAt: null, merged: false, ...given,
})
const standing = [{ id: 'listed', lastAt: 10 * HOUR }, { id: 'new', lastAt: 10 * HOUR }, { id: 'outlasting', lastAt: 26 * HOUR }]
const listed = new Set(['listed', 'outlasting'])

describe('what a first-out\'s ticket takes care of', () => {
  test.each<[string, Ticket | null, string[]]>([
    ['no ticket: nothing', null, ['listed', 'new', 'outlasting']],
    ['work still to be done: everything', ticket({}), []],
    ['being worked on: everything', ticket({ status: 'in_progress' }), []],
    ['work done: what it lists', ticket({ status: 'completed', workFinishedAt: HOUR }), ['new']],
    ['closed: what it lists and does not outlast the repair by a day', ticket({ status: 'closed', workFinishedAt: HOUR, endedAt: 2 * HOUR }), ['new', 'outlasting']],
    ['cancelled: what the person saw', ticket({ status: 'cancelled', endedAt: HOUR }), ['new']],
    ['rejected: what the person saw', ticket({ status: 'rejected', endedAt: HOUR }), ['new']],
  ])('%s', (_, given, expected) => expect(uncovered(standing, given, listed).map((alarm) => alarm.id)).toEqual(expected))
})
