import { fanRms } from '#prisma/seed/demo/read-fan.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { log } from '#server/platform/log.ts'
import { pause } from '../connectors/batcher.ts'
import { conditionOrders, isReady } from './api-client.ts'
import { fanMoment } from './duty-cycle.ts'
import type { FanSensor } from './fan-sensor.ts'
import { nextStory } from './fan-story.ts'
import type { PlayerMemory } from './player-state.ts'

/** FAN_HISTORY_MS is how much healthy running lies behind the fan at the first start: an hour. */
export const FAN_HISTORY_MS = HOUR_MS

const POLL_MS = 5 * SECOND_MS
const SAVE_MS = 10 * SECOND_MS
const GAP_MS = MINUTE_MS
const AT_ONCE = 20

/** fanMessage is what the fan's sensor sends at a time (epoch ms, whole seconds). */
function fanMessage(atMs: number, faultSinceMs: number | null): Readonly<Record<string, number>> {
  const { configuration, speed, second } = fanMoment(atMs, faultSinceMs)
  const measured = fanRms(configuration, speed)[second]
  if (!measured) throw new RangeError(`The fan has no second ${second}.`)
  const round = (value: number): number => Math.round(value * 10_000) / 10_000
  return { ts: atMs, acc: round(measured.acc), acc_x: round(measured.x), acc_y: round(measured.y), acc_z: round(measured.z), speed }
}

/** FanPlan is what playing the fan needs. */
export interface FanPlan {
  readonly baseUrl: string
  readonly readKey: string
  readonly memory: PlayerMemory
  readonly sensor: FanSensor
  readonly signal: AbortSignal
  readonly now: () => number
}

/** playFan sends the fan's healthy hour as fast as it is taken, then one message a second in real time. While the player stood still the fan sent nothing: that stays a gap. */
export async function playFan({ memory, sensor, signal, now }: FanPlan): Promise<void> {
  let { next, live } = memory.state.fan
  let savedAt = 0
  if (live && now() - next > GAP_MS) next = Math.floor(now() / SECOND_MS) * SECOND_MS
  while (!signal.aborted) {
    const due = Math.min(AT_ONCE, Math.floor((now() - next) / SECOND_MS) + 1)
    if (due <= 0) {
      if (!live) memory.save({ fan: { ...memory.state.fan, next, live: true } })
      live = true
      await pause(next - now(), signal)
      continue
    }
    const { faultSince } = memory.state.fan
    const from = next
    const sent = await Promise.all(Array.from({ length: due }, (_, index) => sensor.publish(fanMessage(from + index * SECOND_MS, faultSince))))
    // What was not taken is sent again; what was, twice: its time makes it one reading.
    if (!sent.every(Boolean)) continue
    next += due * SECOND_MS
    if (now() - savedAt < SAVE_MS) continue
    savedAt = now()
    memory.save({ fan: { ...memory.state.fan, next, live } })
  }
  memory.save({ fan: { ...memory.state.fan, next, live } })
}

/** tellFanStory moves the fan's story on: it waits for the ready page, and looks every 5 s whether people have dealt with the fan's order. */
export async function tellFanStory({ baseUrl, readKey, memory, signal, now }: FanPlan): Promise<void> {
  while (!signal.aborted) {
    const { fan } = memory.state
    const waiting = fan.faultAt === null && fan.faultSince === null
    const orders = fan.faultSince === null ? [] : await conditionOrders(baseUrl, readKey, 'CT-301')
    const story = nextStory(fan, {
      now: now(), ready: waiting && fan.live && (await isReady(baseUrl)), orders: orders.map((order) => ({ status: order.status, updatedAt: Date.parse(order.updatedAt) })),
    })
    if (story.faultSince !== fan.faultSince || story.faultAt !== fan.faultAt) {
      memory.save({ fan: { ...memory.state.fan, ...story } })
      if (story.faultSince !== fan.faultSince) log.info({ unbalanced: story.faultSince !== null }, 'demo: the fan has changed')
    }
    await pause(waiting ? SECOND_MS : POLL_MS, signal)
  }
}
