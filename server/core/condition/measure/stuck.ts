import * as z from 'zod'
import { SECOND_MS } from '../../kernel/time.ts'
import { loadWith } from './signal.ts'
import type { Signal } from './signal.ts'

const memory = z.object({ value: z.number(), since: z.number(), t: z.number() })

/** stuckSignal is for how many seconds a point has not moved by more than the tolerance. A gap in the data begins it anew: nobody knows what it did. */
export const stuckSignal = (tolerance: number, stalenessMs: number): Signal => {
  let held: z.output<typeof memory> | null = null
  return {
    take: ({ t, value }) => {
      const same = held !== null && t - held.t <= stalenessMs && Math.abs(value - held.value) <= tolerance
      held = same && held !== null ? { ...held, t } : { value, since: t, t }
      return (t - held.since) / SECOND_MS
    },
    save: () => held,
    load: (saved) => { loadWith(memory, saved, (found) => { held = found }) },
  }
}
