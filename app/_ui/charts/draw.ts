import type uPlot from 'uplot'
import { labelled } from '../../_lib/i18n/isolate.ts'
import { formatLimit, formatNumber } from '../../_lib/format/numbers.ts'
import { unitLabel } from '../../_lib/format/units.ts'
import { splitRuns } from '../../_lib/trend/align.ts'
import type { ChartTheme } from './chart-theme.ts'
import { breachRuns, limitAt } from '../../_lib/trend/limits.ts'
import type { TrendLimit, TrendModel, TrendSeries } from '../../_lib/trend/model.ts'

/** Scene is what the drawing functions need: the plot, what it shows, the theme's colours and the reader's language. */
export interface Scene {
  readonly plot: uPlot
  readonly model: TrendModel
  readonly theme: ChartTheme
  readonly locale: string
  readonly nowWord: string
}

const x = ({ plot }: Scene, ts: number): number => plot.valToPos(ts, 'x', true)
const y = ({ plot }: Scene, value: number): number => {
  const { min, max } = plot.scales['y'] ?? {}
  const inside = Math.min(Math.max(value, min ?? value), max ?? value)
  return plot.valToPos(inside, 'y', true)
}
const LABEL_PX = 96
const NOW_PX = 40
const ratio = (): number => (typeof devicePixelRatio === 'number' ? devicePixelRatio : 1)

function clipped(scene: Scene, draw: (context: CanvasRenderingContext2D) => void): void {
  const { ctx, bbox } = scene.plot
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  draw(ctx)
  ctx.restore()
}

function words(scene: Scene, text: string, left: number, top: number, options: { bold?: boolean; align?: CanvasTextAlign; halo?: boolean } = {}): void {
  const { ctx } = scene.plot
  ctx.save()
  ctx.font = `${options.bold ? 600 : 400} ${11 * ratio()}px ${scene.theme.font}`
  ctx.textAlign = options.align ?? 'left'
  ctx.textBaseline = 'middle'
  if (options.halo) {
    ctx.lineWidth = 4 * ratio()
    ctx.lineJoin = 'round'
    ctx.strokeStyle = scene.theme.surface
    ctx.strokeText(text, left, top)
  }
  ctx.fillStyle = options.bold ? scene.theme.text : scene.theme.text2
  ctx.fillText(text, left, top)
  ctx.restore()
}

/** drawBands fills the span between lowest and highest of every bucket of the first series, so that decimation hides nothing. */
export function drawBands(scene: Scene): void {
  const [first] = scene.model.series
  if (!first) return
  clipped(scene, (ctx) => {
    ctx.fillStyle = scene.theme.second
    ctx.globalAlpha = 0.3
    for (const run of splitRuns(first.points, first.gapMs)) {
      if (run.every(([, min, max]) => min === max)) continue
      ctx.beginPath()
      for (const [ts, , max] of run) ctx.lineTo(x(scene, ts), y(scene, max))
      for (const [ts, min] of run.toReversed()) ctx.lineTo(x(scene, ts), y(scene, min))
      ctx.closePath()
      ctx.fill()
    }
  })
}

const worseThan = (limit: TrendLimit, model: TrendModel): readonly TrendLimit[] =>
  model.limits.filter((other) => other.seriesId === limit.seriesId && (other.priority ?? 4) < (limit.priority ?? 4))

/** drawBreaches shades where the data lies beyond its limit, in the tint of the priority, or grey when it is over. */
export function drawBreaches(scene: Scene): void {
  clipped(scene, (ctx) => {
    for (const limit of scene.model.limits) {
      const series = scene.model.series.find((candidate) => candidate.id === limit.seriesId)
      if (!series) continue
      ctx.fillStyle = limit.priority === null ? scene.theme.grey : scene.theme.tints[limit.priority]
      for (const run of splitRuns(series.points, series.gapMs)) {
        for (const area of breachRuns(run, limit, worseThan(limit, scene.model))) {
          ctx.beginPath()
          for (const corner of area) ctx.lineTo(x(scene, corner.ts), y(scene, corner.value))
          for (const corner of area.toReversed()) ctx.lineTo(x(scene, corner.ts), y(scene, corner.limit))
          ctx.closePath()
          ctx.fill()
        }
      }
    }
  })
}

const stretches = (limit: TrendLimit, model: TrendModel): { from: number; to: number; value: number }[] => {
  const inside = limit.steps.map((step) => step.from).filter((from) => from > model.from && from < model.to)
  const edges = [model.from, ...inside, model.to]
  return edges.slice(0, -1).flatMap((from, index) => {
    const value = limitAt(limit.steps, from)
    return value === null ? [] : [{ from, to: edges[index + 1] ?? model.to, value }]
  })
}

/** drawLimits draws thin limit lines with their words; a stepped limit is one line with corners, labelled where its level changes. */
export function drawLimits(scene: Scene): void {
  const { model, theme } = scene
  const unit = unitLabel(model.series[0]?.unit ?? '')
  for (const limit of model.limits) {
    const parts = stretches(limit, model)
    clipped(scene, (ctx) => {
      ctx.strokeStyle = theme.limit
      ctx.lineWidth = ratio()
      ctx.beginPath()
      parts.forEach((part, index) => {
        const joined = parts[index - 1]?.to === part.from
        if (joined) ctx.lineTo(x(scene, part.from), y(scene, part.value))
        else ctx.moveTo(x(scene, part.from), y(scene, part.value))
        ctx.lineTo(x(scene, part.to), y(scene, part.value))
      })
      ctx.stroke()
    })
    const [widest] = parts.toSorted((one, other) => other.to - other.from - (one.to - one.from))
    if (limit.label === '' || widest === undefined) continue
    const wide = parts.filter((part, index) => x(scene, part.to) - x(scene, part.from) > LABEL_PX * ratio() && parts.findIndex((one) => one.value === part.value) === index)
    for (const part of wide) {
      const text = labelled(limit.label, `${formatLimit(part.value, scene.locale)} ${unit}`.trim(), scene.locale)
      words(scene, text, x(scene, part.from) + 5 * ratio(), y(scene, part.value) + (limit.direction === 'above' ? -9 : 10) * ratio(), { halo: true })
    }
  }
}

// Words over a mark stay within the picture: moved inwards near its ends, and cut where it is narrower than they are.
function placed({ plot, theme }: Scene, label: string, centre: number): { text: string; at: number; end: number } {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.font = `600 ${11 * ratio()}px ${theme.font}`
  const wide = (text: string): number => ctx.measureText(text).width
  let text = label
  while (text.length > 2 && wide(text) > bbox.width) text = `${text.slice(0, -2).trimEnd()}…`
  const half = wide(text) / 2
  ctx.restore()
  const at = Math.min(Math.max(centre, bbox.left + half), bbox.left + bbox.width - half)
  return { text, at, end: at + half }
}

/** drawMarks draws dotted lines at moments worth knowing, with their words above the plot. */
export function drawMarks(scene: Scene): void {
  const { plot, theme, model } = scene
  const { ctx, bbox } = plot
  for (const mark of model.marks) {
    if (mark.at < model.from || mark.at > model.to) continue
    const left = x(scene, mark.at)
    ctx.save()
    ctx.strokeStyle = theme.text
    ctx.lineWidth = 1.2 * ratio()
    ctx.setLineDash([2 * ratio(), 3 * ratio()])
    ctx.beginPath()
    ctx.moveTo(left, bbox.top)
    ctx.lineTo(left, bbox.top + bbox.height)
    ctx.stroke()
    ctx.restore()
    const { text, at } = placed(scene, mark.label, left)
    words(scene, text, at, bbox.top - 9 * ratio(), { bold: mark.strong !== false, align: 'center' })
  }
}

const newest = (series: TrendSeries): number | undefined => series.points.at(-1)?.[3]

interface EndLabel {
  readonly bold: string
  readonly plain: string
  readonly top: number
}

// A limit that steps too often for words at its line is named at the right edge, where it stands now.
function limitLabels(scene: Scene): readonly EndLabel[] {
  const { model, locale } = scene
  const unit = unitLabel(model.series[0]?.unit ?? '')
  return model.limits.flatMap((limit) => {
    const parts = stretches(limit, model)
    const last = parts.at(-1)
    const named = parts.some((part) => x(scene, part.to) - x(scene, part.from) > LABEL_PX * ratio())
    if (limit.label === '' || last === undefined || named) return []
    return [{ bold: '', plain: labelled(limit.label, `${formatLimit(last.value, locale)} ${unit}`.trim(), locale), top: y(scene, last.value) }]
  })
}

/** drawNow marks the present at the right edge, with each series' newest value beside it, pushed apart so that none hides another. */
export function drawNow(scene: Scene): void {
  const { plot, model, theme } = scene
  const { ctx, bbox } = plot
  const right = bbox.left + bbox.width
  if (model.now !== null && model.now >= model.from) {
    const left = Math.min(x(scene, model.now), right)
    ctx.save()
    ctx.fillStyle = theme.text
    ctx.fillRect(Math.round(left), bbox.top - 2 * ratio(), ratio(), bbox.height + 2 * ratio())
    ctx.restore()
    const isFree = model.marks.every((mark) => mark.at < model.from || mark.at > model.to || placed(scene, mark.label, x(scene, mark.at)).end < right - NOW_PX * ratio())
    if (isFree) words(scene, scene.nowWord, right, bbox.top - 9 * ratio(), { bold: true, align: 'right' })
  }
  const many = model.series.length > 1
  const values = model.series.flatMap((series): EndLabel[] => {
    const value = newest(series)
    if (value === undefined) return []
    const written = formatNumber(value, scene.locale)
    return [{ bold: many ? written : `${written} ${unitLabel(series.unit)}`.trim(), plain: many ? series.short : '', top: y(scene, value) }]
  })
  for (const { label, top } of spread([...values, ...limitLabels(scene)], bbox.top, bbox.top + bbox.height)) {
    const left = right + 7 * ratio()
    words(scene, label.bold, left, top, { bold: true })
    ctx.save()
    ctx.font = `600 ${11 * ratio()}px ${theme.font}`
    const after = label.bold === '' ? 0 : ctx.measureText(label.bold).width + 5 * ratio()
    ctx.restore()
    words(scene, label.plain, left + after, top)
  }
}

function spread(labels: readonly EndLabel[], top: number, bottom: number): readonly { readonly label: EndLabel; readonly top: number }[] {
  const line = 14 * ratio()
  const sorted = labels.toSorted((a, b) => a.top - b.top)
  const placed: { label: EndLabel; top: number }[] = []
  for (const label of sorted) placed.push({ label, top: Math.max(label.top, (placed.at(-1)?.top ?? top - line) + line) })
  // Too low at the end: push upwards again.
  let limit = bottom
  for (const place of placed.toReversed()) {
    place.top = Math.min(place.top, limit)
    limit = place.top - line
  }
  return placed
}
