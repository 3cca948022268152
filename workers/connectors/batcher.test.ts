import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#server/core/kernel/errors.ts'
import { batchKeyOf, createBatcher, type Send } from './batcher.ts'
import type { DecodedReading, Delivery } from './connector.ts'

const reading = (ts: number): DecodedReading => ({ point: 'P.a', ts, value: ts })
const delivery = (from: number, count = 1) => ({
  readings: Array.from({ length: count }, (_, index) => reading(from + index)),
  committed: vi.fn<Delivery['committed']>(),
})

function rig(send: Send, limits = {}) {
  const stop = new AbortController()
  const problems: (string | null)[] = []
  const batcher = createBatcher(send, { limits, signal: stop.signal, onProblem: (problem) => problems.push(problem) })
  return { batcher, stop, problems }
}

describe('createBatcher', () => {
  it('sends at so many readings, in order, and confirms each message once', async () => {
    const sent: number[][] = []
    const { batcher } = rig(async (_, readings) => void sent.push(readings.map((r) => r.ts)), { maxReadings: 3, maxWaitMs: 60_000 })
    const deliveries = [delivery(1, 2), delivery(3, 2), delivery(5, 1)]
    for (const each of deliveries) expect(batcher.add(each)).toBe(true)
    await batcher.drain()
    expect(sent).toEqual([[1, 2, 3, 4], [5]])
    for (const each of deliveries) expect(each.committed).toHaveBeenCalledTimes(1)
  })

  it('keeps what was kept while the sender was offline in batches of its own, in order', async () => {
    const sent: [number[], boolean][] = []
    const { batcher } = rig(async (_, readings, backlog) => void sent.push([readings.map((r) => r.ts), backlog]), { maxWaitMs: 60_000 })
    for (const each of [{ ...delivery(1), backlog: true }, { ...delivery(2), backlog: true }, delivery(9), { ...delivery(3), backlog: true }]) batcher.add(each)
    await batcher.drain()
    expect(sent).toEqual([[[1, 2], true], [[9], false], [[3], true]])
  })

  it('sends a lonely message after the time limit', async () => {
    vi.useFakeTimers()
    try {
      const send = vi.fn<Send>(async () => undefined)
      const { batcher } = rig(send, { maxWaitMs: 200 })
      batcher.add(delivery(1))
      await vi.advanceTimersByTimeAsync(199)
      expect(send).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect(send).toHaveBeenCalledTimes(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('confirms nothing before the send has succeeded, and sends the same batch under the same key until it has', async () => {
    vi.useFakeTimers()
    try {
      const keys: string[] = []
      const { batcher, problems } = rig(async (key) => {
        keys.push(key)
        if (keys.length < 3) throw new AppError(keys.length === 1 ? 'too-many' : 'unavailable', 'not now')
      }, { maxMessages: 1 })
      const first = delivery(1)
      const second = delivery(2)
      batcher.add(first)
      batcher.add(second)
      await vi.advanceTimersByTimeAsync(300)
      expect(first.committed).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(new Set(keys.slice(0, 3)).size).toBe(1)
      expect(first.committed).toHaveBeenCalledTimes(1)
      expect(second.committed).toHaveBeenCalledTimes(1)
      expect(problems[0]).toContain('faster than')
      expect(problems[1]).toContain('not now')
      expect(problems.at(-1)).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('leaves out a batch that is refused for its content, and goes on', async () => {
    const sent: number[] = []
    const { batcher, problems } = rig(async (_, readings) => {
      if (readings[0]?.ts === 1) throw new AppError('conflict', 'refused')
      sent.push(...readings.map((r) => r.ts))
    }, { maxReadings: 1 })
    const refused = delivery(1)
    batcher.add(refused)
    batcher.add(delivery(2))
    await batcher.drain()
    expect(sent).toEqual([2])
    expect(refused.committed).toHaveBeenCalledTimes(1)
    expect(problems).toEqual(['Readings could not be stored: refused'])
  })

  it('takes no more than it may hold', () => {
    const { batcher, stop } = rig(() => new Promise(() => undefined), { maxQueued: 3 })
    expect(batcher.add(delivery(1, 2))).toBe(true)
    expect(batcher.add(delivery(3, 2))).toBe(false)
    expect(batcher.add(delivery(3, 1))).toBe(true)
    stop.abort()
  })

  it('confirms a message that holds nothing to store, after those before it', async () => {
    const order: string[] = []
    const { batcher } = rig(async () => void order.push('sent'))
    batcher.add({ readings: [reading(1)], committed: () => order.push('first') })
    batcher.add({ readings: [], committed: () => order.push('empty') })
    await batcher.drain()
    expect(order).toEqual(['sent', 'first', 'empty'])
  })

  it('gives up on what is not sent when it is stopped, and confirms none of it', async () => {
    const { batcher, stop } = rig(async () => { throw new Error('no database') })
    const lost = delivery(1)
    batcher.add(lost)
    const drained = batcher.drain()
    stop.abort()
    await drained
    expect(lost.committed).not.toHaveBeenCalled()
  })
})

describe('batchKeyOf', () => {
  it('names content: equal for equal readings, different otherwise', () => {
    expect(batchKeyOf([reading(1), reading(2)])).toBe(batchKeyOf([reading(1), reading(2)]))
    expect(batchKeyOf([reading(1), reading(2)])).not.toBe(batchKeyOf([reading(2), reading(1)]))
  })
})
