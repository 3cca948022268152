'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { effect } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Term } from '../../../_ui/term.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Asked, CloseOut, Field } from '../../../_lib/work-orders/close-out.ts'

const TIMES = ['functionLostAt', 'workStartedAt', 'workFinishedAt', 'returnedAt'] as const

interface CloseOutTimesProps {
  readonly said: CloseOut
  readonly asked: Asked
  readonly set: (change: Partial<CloseOut>) => void
  readonly missing: Field | null
}

/** CloseOutTimes are effect and the four times: filled in as far as they are known and told in one line; a button unfolds them, and so does one that does not fit. */
export function CloseOutTimes({ said, asked, set, missing }: CloseOutTimesProps): ReactNode {
  const t = useTranslations('workOrder.close')
  const words = useOrderWords()
  const [open, setOpen] = useState(false)
  const wrong = missing === 'effect' || TIMES.some((time) => time === missing)
  const lost = asked.fault && said.effect === 'functional-failure'
  if (!open && !wrong && !lost) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-12 text-fg-2">
        {asked.fault && said.effect !== null && `${words.effect(said.effect)}. `}
        {t(said.workStartedAt === '' ? 'timesNow' : 'timesKnown', { start: said.workStartedAt.slice(11) })}
        <Button size="sm" onPress={() => { setOpen(true) }}>{t('timesChange')}</Button>
      </p>
    )
  }
  return (
    <>
      {asked.fault && (
        <ChoiceCards
          label={<Term term="effect">{t('effectQuestion')}</Term>} value={said.effect} error={missing === 'effect' ? t('missing.effect') : undefined}
          onChange={(id) => { set({ effect: effect.options.find((known) => known === id) ?? null }) }}
          choices={effect.options.map((id) => ({ id, label: words.effect(id) }))}
        />
      )}
      <fieldset className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <legend className="mb-1.5 text-13 font-strong">{t('timesTitle')}</legend>
        {TIMES.filter((time) => time !== 'functionLostAt' || lost).map((time) => (
          <TextField
            key={time} type="datetime-local" label={t(`times.${time}`)} value={said[time]} onChange={(text) => { set({ [time]: text }) }}
            error={missing === time ? t(`missing.${time}`) : undefined} hint={time === 'workFinishedAt' && said[time] === '' ? t('emptyIsNow') : undefined}
          />
        ))}
      </fieldset>
    </>
  )
}
