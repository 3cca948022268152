import type uPlot from 'uplot'
import { formatMoment } from '../../_lib/format/moments.ts'
import { unitLabel } from '../../_lib/format/units.ts'
import { DASHES, type ChartTheme } from './chart-theme.ts'
import { drawBands, drawBreaches, drawLimits, drawMarks, drawNow, type Scene } from './draw.ts'
import type { TrendModel, ValueScale } from '../../_lib/trend/model.ts'
import { linearRange, linearTicks, logRange, logTicks } from '../../_lib/trend/ticks.ts'
import { timeTicks } from '../../_lib/trend/time-ticks.ts'
import { valuesOf } from '../../_lib/trend/values.ts'
import { LEFT, RIGHT } from './gutters.ts'

/** TrendSettings is what a trend is drawn with; get() gives the newest model and theme, so that new data need no new plot. */
export interface TrendSettings {
  readonly width: number
  readonly height: number
  readonly scale: ValueScale
  readonly locale: string
  readonly timeZone: string
  readonly nowWord: string
  readonly get: () => { readonly model: TrendModel; readonly theme: ChartTheme }
  readonly onCursor: (index: number | null) => void
}

const DAY_MS = 86_400_000

/** trendOptions makes the plot's options: our ticks, our words, our layers around uPlot's lines. */
export function trendOptions(settings: TrendSettings): uPlot.Options {
  const { get, locale, timeZone } = settings
  const scene = (plot: uPlot): Scene => ({ plot, ...get(), locale, nowWord: settings.nowWord })
  const { series } = get().model
  const font = (): string => `11px ${get().theme.font}`
  return {
    width: settings.width,
    height: settings.height,
    ms: 1,
    padding: [22, RIGHT, 0, 0],
    legend: { show: false },
    cursor: { x: true, y: false, drag: { x: false, y: false }, points: { size: 6, width: 2 } },
    scales: {
      x: { time: false, range: () => [get().model.from, get().model.to] },
      y: settings.scale === 'log'
        ? { distr: 3, log: 10, range: () => logRange(valuesOf(get().model)) ?? [0.1, 1] }
        : { range: () => linearRange(valuesOf(get().model)) },
    },
    axes: [
      {
        stroke: () => get().theme.text2, font: font(), size: 24, gap: 6,
        grid: { stroke: () => get().theme.grid, width: 1 }, ticks: { show: false },
        splits: (plot, _axis, min, max) => timeTicks(min, max, timeZone, Math.max(2, Math.floor((plot.width - LEFT - RIGHT) / 84))).map((tick) => tick.at),
        values: (plot, splits) => {
          const { min = 0, max = 0 } = plot.scales['x'] ?? {}
          const midnights = new Set(timeTicks(min, max, timeZone, 400).filter((tick) => tick.midnight).map((tick) => tick.at))
          const days = max - min > 6 * DAY_MS
          return splits.map((at) => (days || midnights.has(at) ? formatMoment(at, 'day', locale, timeZone) : formatMoment(at, 'clock', locale, timeZone)))
        },
      },
      {
        stroke: () => get().theme.text2, font: font(), size: LEFT, gap: 8,
        grid: { stroke: () => get().theme.grid, width: 1 }, ticks: { show: false },
        splits: (plot, _axis, min, max) => {
          const count = Math.max(3, Math.floor((plot.height - 56) / 34))
          return settings.scale === 'log' ? logTicks(min, max, count + 3) : linearTicks(min, max, count)
        },
        // uPlot hides some ticks of a logarithmic axis by itself; ours are chosen already.
        filter: (_plot, splits) => splits,
        values: (_plot, splits) => splits.map((value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value)),
      },
    ],
    series: [
      {},
      ...series.map((_one, index): uPlot.Series => ({
        scale: 'y', width: index === 0 ? 1.4 : 1.2, dash: [...(DASHES[index % DASHES.length] ?? [])], spanGaps: false,
        stroke: () => (index === 0 ? get().theme.ink : get().theme.second), points: { show: false },
      })),
    ],
    hooks: {
      drawAxes: [(plot) => { drawBreaches(scene(plot)); drawBands(scene(plot)); drawLimits(scene(plot)) }],
      draw: [(plot) => {
        drawMarks(scene(plot))
        drawNow(scene(plot))
        drawUnit(scene(plot))
      }],
      setCursor: [(plot) => { settings.onCursor(plot.cursor.idx ?? null) }],
    },
  }
}

function drawUnit({ plot, model, theme }: Scene): void {
  const unit = unitLabel(model.series[0]?.unit ?? '')
  const { ctx, bbox } = plot
  ctx.save()
  ctx.font = `400 ${11 * devicePixelRatio}px ${theme.font}`
  ctx.fillStyle = theme.text2
  ctx.textAlign = 'right'
  ctx.textBaseline = 'middle'
  ctx.fillText(unit, bbox.left - 8 * devicePixelRatio, bbox.top - 12 * devicePixelRatio)
  ctx.restore()
}
