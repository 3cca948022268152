import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEnded } from './enums.ts'
import { toPriority, type Priority } from './priority.ts'
import { decideTicket, stateKey, type Episode, type Ticket } from './ticket-policy.ts'

const HOUR = 3_600_000
const now = new Date(1000 * HOUR)

/** A world of one incident key: the policy's decisions applied to tickets in memory, as the flow applies them to rows. */
class World {
  tickets: Ticket[] = []
  known = new Set<string>()
  created = 0

  hear(episode: Episode, otherOpen: boolean): void {
    const key = stateKey(episode)
    const { decision, ticketId } = decideTicket({ episode, tickets: this.tickets, known: this.known.has(key), otherOpen, now })
    if (decision === 'skip') return
    this.known.add(key)
    if (decision === 'create') {
      this.created += 1
      this.tickets.unshift({
        id: `t${this.created}`, status: 'approved', priority: episode.priority, episodes: [episode.id], declined: [], deferral: null, verdict: null,
        workFinishedAt: null, endedAt: null, merged: false, proposed: episode.state === 'resolved' && !otherOpen,
      })
      return
    }
    this.tickets = this.tickets.map((ticket) =>
      ticket.id !== ticketId
        ? ticket
        : {
            ...ticket,
            status: decision === 'reopen' ? 'approved' : ticket.status,
            episodes: [...new Set([...ticket.episodes, episode.id])],
            priority: toPriority(Math.min(ticket.priority, episode.priority)),
            proposed: decision === 'propose-close' || (ticket.proposed && episode.state === 'resolved'),
          },
    )
  }
}

const priorities = fc.constantFrom<Priority>(1, 2, 3, 4)
const base = { safety: false, suppressed: null, shadow: false, folded: false, carries: false }

test('one episode: messages in any order and number, each looking at the present state, end in one ticket with the last state', () => {
  fc.assert(
    fc.property(priorities, priorities, fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (first, second, progress) => {
      const world = new World()
      const states: Episode[] = [
        { ...base, id: 'e', state: 'open', priority: first, openedAt: HOUR, lastAt: HOUR },
        { ...base, id: 'e', state: 'open', priority: toPriority(Math.min(first, second)), openedAt: HOUR, lastAt: 2 * HOUR },
        { ...base, id: 'e', state: 'resolved', priority: toPriority(Math.min(first, second)), openedAt: HOUR, lastAt: 3 * HOUR },
      ]
      // Each message either comes before or after the next change of state; the last one comes when all is over.
      let state = 0
      for (const further of progress) {
        world.hear(states[state] as Episode, false)
        if (further) state = Math.min(2, state + 1)
      }
      world.hear(states[2] as Episode, false)
      expect(world.created).toBe(1)
      expect(world.tickets[0]).toMatchObject({ priority: Math.min(first, second), episodes: ['e'], proposed: true })
    }),
  )
})

test('many episodes of a key while nobody works: one ticket, the highest priority, whatever the order of messages', () => {
  const messages = fc.array(fc.record({ episode: fc.integer({ min: 0, max: 4 }), resolved: fc.boolean() }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.array(priorities, { minLength: 5, maxLength: 5 }), messages, (levels, list) => {
      const world = new World()
      for (const message of list) {
        const priority = levels[message.episode] ?? 4
        const start = (message.episode + 1) * HOUR
        world.hear({ ...base, id: `e${message.episode}`, state: message.resolved ? 'resolved' : 'open', priority, openedAt: start, lastAt: start }, false)
      }
      const heard = [...new Set(list.map((message) => message.episode))]
      expect(world.created).toBe(1)
      expect(world.tickets[0]?.priority).toBe(Math.min(...heard.map((index) => levels[index] ?? 4)))
      expect([...(world.tickets[0]?.episodes ?? [])].sort()).toEqual(heard.map((index) => `e${index}`).sort())
    }),
  )
})

test('replaying every message after the order has ended makes nothing', () => {
  const ends = fc.constantFrom('closed' as const, 'cancelled' as const, 'rejected' as const)
  fc.assert(
    fc.property(fc.array(priorities, { minLength: 1, maxLength: 6 }), ends, (levels, status) => {
      const world = new World()
      const episodes = levels.map((priority, index): Episode => ({ ...base, id: `e${index}`, state: 'resolved', priority, openedAt: (index + 1) * HOUR, lastAt: (index + 2) * HOUR }))
      for (const episode of episodes) world.hear(episode, false)
      world.tickets = world.tickets.map((ticket) => ({ ...ticket, status, endedAt: 20 * HOUR, workFinishedAt: status === 'closed' ? 20 * HOUR : null }))
      world.known.clear()
      for (const episode of episodes) world.hear(episode, false)
      expect(world.created).toBe(1)
      expect(world.tickets.every((ticket) => isEnded(ticket.status))).toBe(true)
    }),
  )
})
