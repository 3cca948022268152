'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { fromLocalInput, toLocalInput } from '../../../../_lib/time/local-input.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { Field } from '../../moves/components/field.tsx'
import { shiftSpan, STEPS_MIN } from '../prepare/shift-span.ts'

type Entry = SeenOrder['labour']['entries'][number]

const MINUTE_MS = 60_000

// Writes minutes as hours and minutes, such as "1:05 h".
const hoursText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`

/** TimeEntry is one time that a person worked: one tap makes it 15, 30 or 60 minutes shorter or longer, or its begin and end are typed. */
export function TimeEntry({ seen, entry }: { readonly seen: SeenOrder; readonly entry: Entry }): ReactNode {
  const t = useTranslations('tabletFacts.time')
  const locale = useLocale()
  const act = useAct()
  const now = useClock()
  const zone = seen.site.timeZone
  const [typing, setTyping] = useState(false)
  const { endedAt } = entry
  const clock = (iso: string): string => formatMoment(Date.parse(iso), 'short', locale, zone)
  if (endedAt === null) {
    return (
      <div className="grid gap-2">
        <p className="num text-m18">{t('runs', { from: clock(entry.startedAt) })}</p>
        <BigButton onClick={() => { void act(seen, 'stopTimer') }}>{t('stopFirst')}</BigButton>
      </div>
    )
  }
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(entry.startedAt)) / MINUTE_MS)
  const correct = (span: object): void => { void act(seen, 'correctTime', { labourId: entry.id, ...span }) }
  const step = (by: number): ReactNode => {
    const span = shiftSpan({ startedAt: entry.startedAt, endedAt }, by, now)
    const sign = by < 0 ? '−' : '+'
    return (
      <BigButton key={by} className="num" disabled={span === null} aria-label={t(by < 0 ? 'less' : 'more', { minutes: Math.abs(by) })} onClick={() => { if (span) correct(span) }}>
        {`${sign}${Math.abs(by)} min`}
      </BigButton>
    )
  }
  return (
    <div className="grid gap-3">
      <p className="num text-m18"><strong className="font-strong">{hoursText(minutes)}</strong> {t('span', { from: clock(entry.startedAt), to: clock(endedAt) })}</p>
      <div role="group" aria-label={t('tap')} className="grid grid-cols-3 gap-2">{[...STEPS_MIN.map((by) => -by), ...STEPS_MIN].map(step)}</div>
      {typing ? <Typed zone={zone} from={entry.startedAt} to={endedAt} onKeep={(span) => { correct(span); setTyping(false) }} /> : <BigButton onClick={() => { setTyping(true) }}>{t('type')}</BigButton>}
    </div>
  )
}

interface TypedProps {
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly onKeep: (span: { readonly startedAt: string; readonly endedAt: string }) => void
}

function Typed({ zone, from, to, onKeep }: TypedProps): ReactNode {
  const t = useTranslations('tabletFacts.time')
  const [start, setStart] = useState(() => toLocalInput(Date.parse(from), zone))
  const [end, setEnd] = useState(() => toLocalInput(Date.parse(to), zone))
  const [wrong, setWrong] = useState(false)
  const keep = (): void => {
    const [begins, ends] = [fromLocalInput(start, zone), fromLocalInput(end, zone)]
    const span = begins === null || ends === null ? null : shiftSpan({ startedAt: new Date(begins).toISOString(), endedAt: new Date(ends).toISOString() }, 0, Date.now())
    if (span === null) setWrong(true)
    else onKeep(span)
  }
  return (
    <form noValidate className="grid gap-3" onSubmit={(event) => { event.preventDefault(); keep() }}>
      <Field label={t('begin')} type="datetime-local" value={start} onChange={setStart} />
      <Field label={t('end')} type="datetime-local" value={end} onChange={setEnd} error={wrong ? t('wrong') : undefined} />
      <BigButton type="submit">{t('keep')}</BigButton>
    </form>
  )
}
