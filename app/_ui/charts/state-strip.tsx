import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { TrendModel } from '../../_lib/trend/model.ts'
import { LEFT, RIGHT } from './gutters.ts'

/** StateStrip is a row of cells under the trend on the same time axis, for example the speed band at each moment. */
export function StateStrip({ model }: { readonly model: TrendModel }): ReactNode {
  const { strip, from, to } = model
  if (strip === null) return null
  const share = (ts: number): number => (100 * (Math.min(Math.max(ts, from), to) - from)) / (to - from)
  return (
    <div className="flex h-[22px] items-center text-11 text-fg-2">
      <span className="truncate pr-2 text-right" style={{ width: LEFT }}>{strip.label}</span>
      <div className="relative h-full min-w-0 flex-1 overflow-hidden">
        {strip.cells.map((cell) => {
          const width = share(cell.to) - share(cell.from)
          if (width <= 0) return null
          return (
            <span
              key={cell.from}
              className={cx('num absolute inset-y-0 flex items-center justify-center overflow-hidden border-l border-surface', cell.dark ? 'bg-g4 text-fg' : 'bg-g3')}
              style={{ left: `${share(cell.from)}%`, width: `${width}%` }}
            >
              {width > 3.4 ? cell.text : ''}
            </span>
          )
        })}
      </div>
      <span className="truncate pl-2" style={{ width: RIGHT }}>{strip.unit}</span>
    </div>
  )
}
