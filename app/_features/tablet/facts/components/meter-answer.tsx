'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { Field } from '../../moves/components/field.tsx'
import { judgeMeter } from '../prepare/meter.ts'

interface MeterAnswerProps {
  readonly seen: SeenOrder
  readonly task: SeenOrder['tasks'][number]
  readonly onAnswer: (value: number) => void
}

/** MeterAnswer takes what a meter reads, beside what it read last; one that reads lower is asked about before it is kept. */
export function MeterAnswer({ seen, task, onAnswer }: MeterAnswerProps): ReactNode {
  const t = useTranslations('tabletFacts.meter')
  const s = useTranslations('tabletWork.steps')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [judged, setJudged] = useState<ReturnType<typeof judgeMeter> | null>(null)
  const { lastReading: last } = task
  const unit = unitLabel(task.spec.unit ?? '')
  const write = (value: number): string => `${formatNumber(value, locale)} ${unit}`.trim()
  const hint = last ? t('last', { value: write(last.value), time: formatMoment(Date.parse(last.at), 'short', locale, seen.site.timeZone) }) : t('first')
  const keep = (): void => {
    const next = judgeMeter(text, last?.value ?? null)
    setJudged(next)
    if (next.is === 'good') onAnswer(next.value)
  }
  return (
    <form noValidate className="mt-2 grid gap-2" onSubmit={(event) => { event.preventDefault(); keep() }}>
      <Field
        label={[s('value'), unit === '' ? '' : `(${unit})`].filter(Boolean).join(' ')} hint={hint} value={text} inputMode="decimal" onChange={(typed) => { setText(typed); setJudged(null) }}
        error={judged?.is === 'nonsense' ? s('numberNeeded') : undefined}
      />
      {judged?.is === 'lower'
        ? (
          <div role="alert" className="grid gap-2">
            <p className="text-m18 font-mid">{t('lower', { value: write(judged.value), last: write(last?.value ?? 0) })}</p>
            <div className="grid grid-cols-2 gap-2">
              <BigButton onClick={() => { setText(''); setJudged(null) }}>{t('again')}</BigButton>
              <BigButton onClick={() => { onAnswer(judged.value) }}>{t('changed')}</BigButton>
            </div>
          </div>
        )
        : <BigButton type="submit">{s('keep')}</BigButton>}
    </form>
  )
}
