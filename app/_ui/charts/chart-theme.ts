import type { Priority } from '../../_lib/priority.ts'

/** ChartTheme is the colours of the current theme, read from the tokens. */
export interface ChartTheme {
  readonly surface: string
  readonly text: string
  readonly text2: string
  readonly ink: string
  readonly grid: string
  readonly axis: string
  readonly limit: string
  readonly second: string
  readonly grey: string
  readonly tints: Readonly<Record<Priority, string>>
  readonly font: string
}

/** readChartTheme reads the tokens where the chart stands. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    surface: token('--surface'), text: token('--text'), text2: token('--text-2'), ink: token('--ink'), grid: token('--line-soft'), axis: token('--g6'),
    limit: token('--g9'), second: token('--g8'), grey: token('--g6'),
    tints: { 1: token('--p1-tint'), 2: token('--p2-tint'), 3: token('--p3-tint'), 4: token('--p4-tint') },
    font: style.fontFamily,
  }
}

/** DASHES tell up to four series apart without colour: solid, dashed, dotted, dash-dot (CSS px). */
export const DASHES: readonly (readonly number[])[] = [[], [5, 3], [1.5, 2.5], [7, 2.5, 1.5, 2.5]]
