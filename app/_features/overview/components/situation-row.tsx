'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { LinkButton } from '../../../_ui/button.tsx'
import { Spark } from '../../../_ui/charts/spark.tsx'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { actionOf, type Situation } from '../prepare/situation.ts'
import { Acknowledge } from './acknowledge.tsx'
import { SituationSentence } from './situation-sentence.tsx'

/** SituationRow is one thing that needs somebody: mark, sentence with consequence and context, evidence, value against limit, one action. */
export function SituationRow({ situation }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview')
  const may = useMay()
  const mark = usePriorityWords()
  const action = actionOf(situation, may)
  const { order, value, limit } = situation
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] items-center gap-x-[18px] gap-y-2 border-t border-line-soft px-4 pt-2 pb-[7px] first:border-t-0 md:grid-cols-[20px_minmax(0,1fr)_auto_154px] xl:grid-cols-[20px_minmax(0,1fr)_176px_92px_154px]">
      <PriorityMark priority={situation.priority} acknowledged={situation.acknowledged} label={mark(situation.priority, situation.acknowledged)} className="mt-px self-start" />
      <div className="min-w-0">
        <h3 className="text-15 text-pretty"><SituationSentence situation={situation} /></h3>
        {situation.consequence !== null && <p className="mt-px text-13 text-pretty text-fg-2">{situation.consequence}</p>}
        <p className="mt-[3px] text-12 leading-6 text-fg-2">
          {[situation.criticality, situation.line].filter(Boolean).map((text) => `${text} · `)}{t('since')} <Timestamp at={situation.since} className="num" />
          {order !== null && <> · <Link href={`/work-orders/${order.number}`} className="inline-block min-h-6">{order.number}</Link></>}
          {situation.kind === 'incident' && ` · ${order === null ? t('noOrder') : order.assignee ?? t('nobody')}`}
          {situation.kind === 'incident' && !situation.acknowledged && may('incident.handle') && <Acknowledge incidentId={situation.id} asset={situation.assetTag} />}
        </p>
      </div>
      <Spark
        points={situation.spark} limit={limit} direction={value !== null && limit !== null && value.value < limit ? 'below' : 'above'}
        priority={situation.priority} label={t('spark', { machine: situation.assetTag })} className="max-xl:hidden"
      />
      <p className="col-start-2 flex items-baseline gap-2 whitespace-nowrap md:col-start-auto md:block md:text-right">
        {value === null ? <b className="text-16">{t('noData')}</b> : <Value value={value.value} unit={value.unit} className="block text-16 font-strong" />}
        {limit !== null && <span className="text-12 text-fg-2">{t('limit')} <Value value={limit} unit={value?.unit ?? ''} limit /></span>}
      </p>
      {action !== null && <LinkButton href={action.href} className="col-start-2 md:col-start-auto md:w-[154px]">{t(`action.${action.key}`, { number: order?.number ?? '' })}</LinkButton>}
    </li>
  )
}
