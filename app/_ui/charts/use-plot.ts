'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import uPlot from 'uplot'
import { alignSeries } from '../../_lib/trend/align.ts'
import { readChartTheme, type ChartTheme } from './chart-theme.ts'
import type { TrendModel, ValueScale } from '../../_lib/trend/model.ts'
import { trendOptions } from './trend-options.ts'

interface PlotInput {
  readonly model: TrendModel
  readonly scale: ValueScale
  readonly height: number
  readonly locale: string
  readonly timeZone: string
  readonly nowWord: string
}

/** Plot is the live chart: where it stands, which column the cursor is on, and how to move the cursor by keys. */
export interface Plot {
  readonly place: RefObject<HTMLDivElement | null>
  readonly index: number | null
  readonly step: (by: number) => void
}

/**
 * usePlot keeps one uPlot in step with its model: new data redraw it, another scale or number of series rebuilds it,
 * the size follows its place and the colours follow the theme.
 */
export function usePlot({ model, scale, height, locale, timeZone, nowWord }: PlotInput): Plot {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const newest = useRef<TrendModel>(model)
  const theme = useRef<ChartTheme | null>(null)
  const [index, setIndex] = useState<number | null>(null)
  const seriesCount = model.series.length

  useEffect(() => {
    newest.current = model
    plot.current?.setData(alignSeries(model.series) as uPlot.AlignedData)
  }, [model])

  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const read = (): ChartTheme => (theme.current ??= readChartTheme(element))
    const made = new uPlot(
      trendOptions({
        width: element.clientWidth, height, scale, locale, timeZone, nowWord,
        get: () => ({ model: newest.current, theme: read() }), onCursor: setIndex,
      }),
      alignSeries(newest.current.series) as uPlot.AlignedData,
      element,
    )
    plot.current = made
    const redraw = (): void => {
      theme.current = null
      made.redraw()
    }
    const size = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height })
    })
    size.observe(element)
    const themes = new MutationObserver(redraw)
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    // The first drawing may come before the typeface.
    void document.fonts.ready.then(redraw)
    return () => {
      size.disconnect()
      themes.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [scale, height, locale, timeZone, nowWord, seriesCount])

  const step = (by: number): void => {
    const made = plot.current
    const [moments] = made?.data ?? []
    if (!made || !moments || moments.length === 0) return
    const next = Math.min(moments.length - 1, Math.max(0, (index ?? moments.length - 1) + by))
    made.setCursor({ left: made.valToPos(moments[next] ?? 0, 'x'), top: 10 })
  }

  return { place, index, step }
}
