'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useRestartWords } from '../../../_lib/words/use-restart-words.ts'
import { Link } from '../../../_ui/link.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { isOverdue, type Situation } from '../prepare/situation.ts'
import { Acknowledge } from './acknowledge.tsx'

/** SituationContext is the small print of a situation: how much the machine matters, where, since when, which order, what else it asks, who has it. */
export function SituationContext({ situation }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview')
  const may = useMay()
  const now = useNow()
  const restart = useRestartWords()
  const { kind, order, question, acknowledged, criticality, line } = situation
  const who = order === null ? null : question === 'approve' && order.createdBy !== null ? t('reportedBy', { person: order.createdBy })
    : order.completedBy !== null && kind === 'order' ? t('doneBy', { person: order.completedBy })
      : order.assignee ?? t('nobody')
  return (
    <p className="mt-[3px] text-12 leading-6 text-fg-2">
      {[criticality, line].filter(Boolean).map((text) => `${text} · `)}{t('since')} <Timestamp at={situation.since} className="num" />
      {order !== null && <> · <Link href={`/work-orders/${order.number}`} className="inline-block min-h-6">{order.number}</Link></>}
      {situation.baseline !== null && <> · {restart(situation.baseline)}</>}
      {kind === 'incident' && order === null && ` · ${t('noOrder')}`}
      {kind === 'incident' && question !== null && question !== 'repair-did-not-hold' && ` · ${t(`asks.${question}`)}`}
      {who !== null && ` · ${who}`}
      {isOverdue(situation, now) && kind === 'incident' && order?.dueAt != null && <> · <b className="text-fg">{t('overdue')} <Age ms={now - Date.parse(order.dueAt)} /></b></>}
      {kind === 'incident' && !acknowledged && may('incident.handle') && <Acknowledge incidentId={situation.id} asset={situation.assetTag} />}
    </p>
  )
}
