import * as z from 'zod'
import { instantOf, localTime } from '../kernel/local-time.ts'
import { category, channel, type Category, type Channel } from './kinds.ts'

const minute = z.int().min(0).max(1439)

/** preference parses how a person wants to be told: channels by category, and quiet hours in minutes after local midnight. */
export const preference = z.object({
  channels: z.partialRecord(category, z.array(channel)).default({}),
  quiet: z.boolean().default(false),
  quietFrom: minute.default(22 * 60),
  quietTo: minute.default(6 * 60),
})
export type Preference = z.infer<typeof preference>

/** DEFAULT_PREFERENCE is how somebody is told who has chosen nothing. */
export const DEFAULT_PREFERENCE: Preference = preference.parse({})

const BY_DEFAULT: Readonly<Record<Category, readonly Channel[]>> = {
  call: ['email', 'push'], alarm: ['email', 'push'], work: ['email', 'push'], approval: ['push'], system: ['email'],
}

/** channelsFor lists the channels of a category; calls use every one, whatever was chosen. */
export const channelsFor = (chosen: Preference, about: Category): readonly Channel[] =>
  about === 'call' ? BY_DEFAULT.call : (chosen.channels[about] ?? BY_DEFAULT[about])

/** quietUntil is when a person's quiet hours end (epoch ms), by the clocks of the zone; null outside them. */
export function quietUntil({ quiet, quietFrom, quietTo }: Preference, at: number, zone: string): number | null {
  if (!quiet || quietFrom === quietTo) return null
  const { day } = localTime(at, zone)
  // Yesterday's may still last.
  for (const begins of [day - 1, day]) {
    const from = instantOf(begins, quietFrom, zone)
    const to = instantOf(begins + (quietTo < quietFrom ? 1 : 0), quietTo, zone)
    if (from <= at && at < to) return to
  }
  return null
}
