'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Age } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { Situation } from '../prepare/situation.ts'

/** SituationFigures is the number behind a situation with its limit and age, and the way to its rows: the value now, else how long an answer or the work is missing. */
export function SituationFigures({ situation }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview')
  const may = useMay()
  const now = useNow()
  const { value, limit, kind, since, question, assetId, assetTag, baseline } = situation
  const look = 'col-start-2 flex flex-wrap items-baseline gap-x-2 whitespace-nowrap !text-fg md:col-start-auto md:block md:text-end'
  if (value === null) {
    return (
      <p className={look}>
        <b className="block text-16">{kind === 'order' ? <Age ms={now - Date.parse(since)} /> : t('noData')}</b>
        <span className="text-12 text-fg-2">{kind === 'order' ? t(question === null ? 'overdue' : 'waiting') : <>{t('for')} <Age ms={now - Date.parse(since)} /></>}</span>
      </p>
    )
  }
  const figures = (
    <>
      <Value value={value.value} unit={value.unit} className="block text-16 font-strong" />
      {limit !== null && <span className="text-12 text-fg-2 md:block">{t('limit')} <Value value={limit} unit={value.unit} limit /></span>}
      {baseline?.was != null && <span className="text-12 text-fg-2 md:block">{t('was')} <Value value={baseline.was} unit={value.unit} /></span>}
      <span className="text-12 text-fg-2 md:block">{t.rich('ago', { age: () => <Age ms={value.ageMs} /> })}</span>
    </>
  )
  // The whole block is the target: it is big enough for a glove.
  return may('telemetry.read')
    ? <Link plain href={`/assets/${assetId}?view=table`} className={look}>{figures}<span className="sr-only">{t('rows', { machine: assetTag })}</span></Link>
    : <p className={look}>{figures}</p>
}
