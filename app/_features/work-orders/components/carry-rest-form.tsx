'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { TextField } from '../../../_ui/text-field.tsx'
import { CloseOutForm } from './close-out-form.tsx'
import type { CommandFormProps } from './command-form.ts'

const LONGEST = 200
const SHORTEST = 3

/** CarryRestForm completes what is done and carries the open steps and what is left of the parts to an order of its own, whose title is proposed. */
export function CarryRestForm({ view, commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('orderMoves.rest')
  const words = useOrderWords()
  const [title, setTitle] = useState(() => t('proposed', { title: words.title(view.order) }).slice(0, LONGEST))
  const steps = view.tasks.filter((task) => task.answer === null)
  const kit = view.kit.filter((one) => one.rest !== '0')
  if (steps.length + kit.length === 0) return <p className="text-13 text-fg-2">{t('none')}</p>
  const short = title.trim().length < SHORTEST
  return (
    <div className="grid gap-4">
      <div className="text-13">
        <p className="text-fg-2">{t('text')}</p>
        <ul className="mt-1 list-disc ps-5">
          {steps.map((task) => <li key={task.id}>{task.title}</li>)}
          {kit.map((one) => <li key={one.id}>{one.name}, <span className="num">{[one.rest, one.unit].filter(Boolean).join(' ')}</span></li>)}
        </ul>
      </div>
      <TextField label={t('title')} value={title} onChange={setTitle} error={short ? t('short') : undefined} />
      {!short && <CloseOutForm command="carryRest" rest={title.trim()} view={view} commands={commands} onDone={onDone} />}
    </div>
  )
}
