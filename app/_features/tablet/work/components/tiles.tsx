'use client'

import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cx } from '../../../../_ui/cx.ts'

/** Tile is one answer to choose. */
export interface Tile {
  readonly id: string
  readonly label: string
}

interface TilesProps {
  readonly label: string
  readonly tiles: readonly Tile[]
  readonly value: string | null
  readonly onChoose: (id: string) => void
  /** What is missing, in words. */
  readonly error?: string | undefined
}

/** Tiles is a question with at most seven answers, each a button for a glove; nothing is chosen beforehand, and the chosen one is said by colour, sign and state. */
export function Tiles({ label, tiles, value, onChoose, error }: TilesProps): ReactNode {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <h3 id={id} className="mb-2 text-m18 font-strong">{label}</h3>
      {error !== undefined && <p id={`${id}-error`} role="alert" className="mb-2 text-m16 font-mid">{error}</p>}
      <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-2">
        {tiles.map((tile) => {
          const chosen = tile.id === value
          return (
            <button
              key={tile.id} type="button" role="radio" aria-checked={chosen} onClick={() => { onChoose(tile.id) }}
              className={cx(
                'inline-flex min-h-(--act) min-w-0 cursor-pointer items-center justify-center gap-2 rounded-[12px] px-3 py-2 text-center text-m18 font-mid hyphens-auto break-words',
                chosen ? 'bg-g12 text-g1' : 'frame bg-surface text-fg active:bg-g4',
              )}
            >
              {chosen && <Check size={22} strokeWidth={2} aria-hidden className="shrink-0" />}
              <span className="min-w-0">{tile.label}</span>
            </button>
          )
        })}
      </div>
    </div>
  )
}
