'use client'

import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import type { Choice } from './select.tsx'

interface ChoiceCardsProps {
  readonly label: ReactNode
  readonly choices: readonly Choice[]
  /** Null while nothing is chosen: a verdict is never preselected. */
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly columns?: string
  readonly error?: string | undefined
}

/** ChoiceCards are at most seven big buttons of which one is chosen. */
export function ChoiceCards({ label, choices, value, onChange, columns = 'grid-cols-2', error }: ChoiceCardsProps): ReactNode {
  return (
    <RadioGroup value={value} onChange={onChange} isInvalid={error !== undefined}>
      <Label className="mb-1.5 block text-13 font-strong">{label}</Label>
      <div className={cx('grid gap-2', columns)}>
        {choices.map((choice) => (
          <Radio
            key={choice.id} value={choice.id}
            className="flex min-h-12 cursor-pointer flex-col justify-center rounded-lg border border-g8 bg-surface px-2.5 py-1.5 text-13 leading-4 font-mid hyphens-auto hover:bg-g3 selected:border-g12 selected:bg-g12 selected:text-g1"
          >
            {({ isSelected }) => (
              <>
                <span>{choice.label}</span>
                {choice.note !== undefined && <span className={cx('text-12 font-text', isSelected ? 'text-g1' : 'text-fg-2')}>{choice.note}</span>}
              </>
            )}
          </Radio>
        ))}
      </div>
      {error !== undefined && <p role="alert" className="mt-1.5 text-12 font-mid">{error}</p>}
    </RadioGroup>
  )
}
