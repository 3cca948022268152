import { describe, expect, it } from 'vitest'
import { FAN_SPEEDS, fanRms } from '#prisma/seed/demo/read-fan.ts'
import { FAULTY_SPEEDS, fanMoment, HEALTHY_SPEEDS, STRONG_AFTER_MS } from './duty-cycle.ts'
import { FIRST_FAULT_MS, HEALTHY_MS, nextStory, type FanOrder, type FanStory } from './fan-story.ts'

const T = 1_800_000_000_000
const NEW: FanStory = { faultAt: null, faultSince: null }
const FAULTY: FanStory = { faultAt: null, faultSince: T }
const order = (status: string, after = 1000): FanOrder => ({ status, updatedAt: T + after })

describe('nextStory', () => {
  it.each<[string, FanStory, { ready?: boolean; now?: number; orders?: FanOrder[] }, FanStory]>([
    ['waits until the installation is ready', NEW, { ready: false }, NEW],
    ['sets the first fault a minute after it is ready', NEW, {}, { faultAt: T + FIRST_FAULT_MS, faultSince: null }],
    ['stays healthy until then', { faultAt: T + 1, faultSince: null }, {}, { faultAt: T + 1, faultSince: null }],
    ['becomes unbalanced then', { faultAt: T, faultSince: null }, {}, { faultAt: null, faultSince: T }],
    ['stays unbalanced without an order', FAULTY, {}, FAULTY],
    ['stays unbalanced while the order is worked on', FAULTY, { orders: [order('in_progress')] }, FAULTY],
    ['stays unbalanced when only an earlier order was closed', FAULTY, { orders: [order('closed', -1000)] }, FAULTY],
    ['stays unbalanced when the newest order is open', FAULTY, { orders: [order('in_progress'), order('closed')] }, FAULTY],
    ['is healthy for a day once the order is completed', FAULTY, { now: T + 5000, orders: [order('completed')] }, { faultAt: T + 5000 + HEALTHY_MS, faultSince: null }],
    ['is healthy for a day once the order is closed', FAULTY, { now: T + 5000, orders: [order('closed'), order('closed', -9000)] }, { faultAt: T + 5000 + HEALTHY_MS, faultSince: null }],
  ])('%s', (_, story, { ready = true, now = T, orders = [] }, expected) => expect(nextStory(story, { now, ready, orders })).toEqual(expected))
})

describe('fanMoment', () => {
  it('repeats recorded speeds only', () => {
    for (const speed of [...HEALTHY_SPEEDS, ...FAULTY_SPEEDS]) expect(FAN_SPEEDS).toContain(speed)
  })

  it('is balanced before the fault, somewhat unbalanced first, strongly later', () => {
    const configurations = [-1, 0, STRONG_AFTER_MS - 1, STRONG_AFTER_MS].map((after) => fanMoment(T + after, T).configuration)
    expect(configurations).toEqual([3, 2, 2, 1])
    expect(fanMoment(T, null).configuration).toBe(3)
  })

  it('shows the fault clearly in its first two minutes: over the limit of its speed in every second', () => {
    for (let second = 0; second < 120; second += 1) {
      const moment = fanMoment(T + second * 1000, T)
      expect(moment.speed).toBe(80)
      expect(fanRms(moment.configuration, moment.speed)[moment.second]?.acc).toBeGreaterThan(0.5)
    }
  })
})
