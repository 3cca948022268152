import * as z from 'zod'
import { loadWith } from './signal.ts'
import type { Signal } from './signal.ts'
import { Window } from './window.ts'

const samples = z.array(z.tuple([z.number(), z.number()]))
const PERCENT = 100

/** noiseOf is the noise of a window: the root mean square of successive differences over the square root of two, which a slow trend hardly touches (von Neumann 1941). */
const noiseOf = (window: Window): number => {
  let [sum, n] = [0, 0]
  let before: number | null = null
  window.each((_t, value) => {
    if (before !== null) {
      sum += (value - before) ** 2
      n += 1
    }
    before = value
  })
  return n === 0 ? 0 : Math.sqrt(sum / n / 2)
}

/** shareOf is the share of a window's samples at or beyond the ends of a range, in %. */
const shareOf = (window: Window, low: number, high: number): number => {
  let [beyond, n] = [0, 0]
  window.each((_t, value) => {
    if (value <= low || value >= high) beyond += 1
    n += 1
  })
  return n === 0 ? 0 : (PERCENT * beyond) / n
}

const windowed = (windowMs: number, stalenessMs: number, of: (window: Window) => number): Signal => {
  const window = new Window(windowMs, Math.max(windowMs, stalenessMs))
  return {
    take: ({ t, value }) => {
      window.push(t, value)
      return window.isFull() ? of(window) : null
    },
    save: () => window.save(),
    load: (saved) => { loadWith(samples, saved, (memory) => { window.load(memory) }) },
  }
}

/** noiseSignal is the noise of successive readings over a window, in the point's unit. */
export const noiseSignal = (windowMs: number, stalenessMs: number): Signal => windowed(windowMs, stalenessMs, noiseOf)

/** clippingSignal is the share of readings in a window at or beyond low or high, in %. */
export const clippingSignal = (windowMs: number, low: number, high: number, stalenessMs: number): Signal =>
  windowed(windowMs, stalenessMs, (window) => shareOf(window, low, high))
