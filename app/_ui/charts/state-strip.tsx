import type { ReactNode } from 'react'
import type { TrendModel } from '../../_lib/trend/model.ts'
import { LEFT, RIGHT } from './gutters.ts'

const TEXT_SHARE = 3.4

/** StateStrip is a row of cells under the trend on the same time axis, for example the speed at each moment: as high as the value, named where there is room. */
export function StateStrip({ model }: { readonly model: TrendModel }): ReactNode {
  const { strip, from, to } = model
  if (strip === null) return null
  const share = (ts: number): number => (100 * (Math.min(Math.max(ts, from), to) - from)) / (to - from)
  return (
    <div dir="ltr" className="flex h-[22px] items-center text-11 text-fg-2">
      <span className="truncate pe-2 text-end" style={{ width: LEFT }}>{strip.label}</span>
      <div className="relative h-full min-w-0 flex-1 overflow-hidden bg-g2">
        {strip.cells.map((cell) => {
          const width = share(cell.to) - share(cell.from)
          if (width <= 0) return null
          return (
            <span key={cell.from} className="absolute inset-y-0" style={{ insetInlineStart: `${share(cell.from)}%`, width: `${width}%` }}>
              <span className="absolute inset-x-0 bottom-0 bg-g4" style={{ height: `${cell.level * 100}%` }} />
              {width > TEXT_SHARE && <span className="num absolute inset-0 grid place-items-center overflow-hidden text-fg">{cell.text}</span>}
            </span>
          )
        })}
      </div>
      <span className="truncate ps-2" style={{ width: RIGHT }}>{strip.unit}</span>
    </div>
  )
}
