'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { NumberField } from 'react-aria-components/NumberField'
import { IconButton } from '../../../../_ui/button.tsx'
import { cx } from '../../../../_ui/cx.ts'
import { inputClass } from '../../../../_ui/field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { removeBand, withBand } from '../../prepare/change.ts'
import type { Band } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { FIELD_FORMAT } from './value-field.tsx'

const FIELDS = ['from', 'to', 'limit', 'clear'] as const

interface BandRowProps extends EditorProps {
  readonly band: Band
  readonly index: number
  readonly isOnly: boolean
}

/** BandRow is one band: from, to, its limit, and a clear limit that may stay empty; what does not fit is said in the row. */
export function BandRow({ definition, change, problems, band, index, isOnly }: BandRowProps): ReactNode {
  const t = useTranslations('rules.edit.band')
  const problemWords = useProblemWords()
  const problem = problemAt(problems, 'gate', 'bands', index)
  const problemId = `band-${index}-problem`
  const set = (field: (typeof FIELDS)[number]) => (value: number): void => {
    change(withBand(definition, index, { [field]: field === 'clear' && Number.isNaN(value) ? null : value }))
  }
  return (
    <>
      <tr>
        {FIELDS.map((field) => {
          const wrong = problemAt(problems, 'gate', 'bands', index, field) !== undefined
          return (
            <td key={field} className="py-1 pe-2">
              <NumberField
                aria-label={`${t(field)} ${index + 1}`} value={band[field] ?? Number.NaN} onChange={set(field)} isInvalid={wrong} formatOptions={FIELD_FORMAT} isWheelDisabled
                {...(wrong ? { 'aria-describedby': problemId } : {})}
              >
                <Input className={cx(inputClass, 'num min-w-16 text-end')} />
              </NumberField>
            </td>
          )
        })}
        <td className="py-1"><IconButton label={t('remove', { number: index + 1 })} isDisabled={isOnly} onPress={() => { change(removeBand(definition, index)) }}><X size={14} strokeWidth={1.5} aria-hidden /></IconButton></td>
      </tr>
      {problem !== undefined && (
        <tr><td id={problemId} colSpan={FIELDS.length + 1} className="pb-1.5 text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{problemWords(problem)}</td></tr>
      )}
    </>
  )
}
