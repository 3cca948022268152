import { seeded } from '#tests/faults/random.ts'
import { INPUTS } from './whole-order.ts'

/** Point is where the browser is killed: after an input of the work and so many round trips more, or at a moment of the sending. */
export type Point = { readonly at: 'work'; readonly input: number; readonly trips: number } | { readonly at: 'sending'; readonly moment: number }

const MOST_TRIPS = 24
const MOST_MOMENTS = 24
/** How much of all the points falls into the sending. */
const SENDING_SHARE = 0.3

/** pointsOf gives a number of points by a seed, spread over the whole of the work and its sending. */
export function pointsOf(seed: number, count: number): readonly Point[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, i): Point => {
    const place = (i + random()) / count
    const within = random()
    return place < 1 - SENDING_SHARE
      ? { at: 'work', input: Math.floor((place / (1 - SENDING_SHARE)) * INPUTS), trips: Math.floor(within * MOST_TRIPS) }
      : { at: 'sending', moment: 1 + Math.floor(within * MOST_MOMENTS) }
  })
}
