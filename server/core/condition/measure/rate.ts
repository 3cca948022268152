import * as z from 'zod'
import { RATE_PERS } from './schema.ts'
import type { RatePer } from './schema.ts'
import { loadWith } from './signal.ts'
import type { Signal } from './signal.ts'
import { Window } from './window.ts'

const samples = z.array(z.tuple([z.number(), z.number()]))

/** slopeOf is the slope of a least-squares line through a window's samples, in units per millisecond. */
const slopeOf = (window: Window): number => {
  let [n, meanT, meanV] = [0, 0, 0]
  window.each((t, value) => {
    n += 1
    meanT += (t - meanT) / n
    meanV += (value - meanV) / n
  })
  let [tt, tv] = [0, 0]
  window.each((t, value) => {
    tt += (t - meanT) ** 2
    tv += (t - meanT) * (value - meanV)
  })
  return tt === 0 ? 0 : tv / tt
}

/** rateSignal is the slope of the values over a window (least squares), in units per second, minute, hour or day. */
export const rateSignal = (windowMs: number, per: RatePer, stalenessMs: number): Signal => {
  const window = new Window(windowMs, Math.max(windowMs, stalenessMs))
  return {
    take: ({ t, value }) => {
      window.push(t, value)
      return window.isFull() ? slopeOf(window) * RATE_PERS[per] : null
    },
    save: () => window.save(),
    load: (saved) => { loadWith(samples, saved, (memory) => { window.load(memory) }) },
  }
}
