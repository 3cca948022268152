'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { CloseOut, Field } from '../prepare/close-out.ts'

const TIMES = ['functionLostAt', 'workStartedAt', 'workFinishedAt', 'returnedAt'] as const

interface CloseOutTimesProps {
  readonly said: CloseOut
  readonly set: (change: Partial<CloseOut>) => void
  readonly missing: Field | null
  /** The machine lost its function, so the first time is asked too. */
  readonly lost: boolean
}

/** CloseOutTimes are the four times, filled in as far as they are known and folded away; they unfold by a button, or when one does not fit. */
export function CloseOutTimes({ said, set, missing, lost }: CloseOutTimesProps): ReactNode {
  const t = useTranslations('workOrder.close')
  const [open, setOpen] = useState(false)
  const wrong = TIMES.some((time) => time === missing)
  if (!open && !wrong && !lost) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-12 text-fg-2">
        {t(said.workStartedAt === '' ? 'timesNow' : 'timesKnown', { start: said.workStartedAt.slice(11) })}
        <Button size="sm" onPress={() => { setOpen(true) }}>{t('timesChange')}</Button>
      </p>
    )
  }
  return (
    <fieldset className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <legend className="mb-1.5 text-13 font-strong">{t('timesTitle')}</legend>
      {TIMES.filter((time) => time !== 'functionLostAt' || lost).map((time) => (
        <TextField
          key={time} type="datetime-local" label={t(`times.${time}`)} value={said[time]} onChange={(text) => { set({ [time]: text }) }}
          error={missing === time ? t(`missing.${time}`) : undefined} hint={time === 'workFinishedAt' && said[time] === '' ? t('emptyIsNow') : undefined}
        />
      ))}
    </fieldset>
  )
}
