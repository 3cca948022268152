'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useActs } from '../hooks/use-acts.ts'
import { permitActs, type PermitAct } from '../prepare/permit-acts.ts'
import type { OrderSafety, Permit } from '../prepare/view.ts'
import { IssuePermit } from './issue-permit.tsx'
import { PermitDialog } from './permit-dialog.tsx'

/** PermitPanel lists an order's permits with what can be done with each; nothing is shown to those who can issue none while there are none. */
export function PermitPanel({ view }: { readonly view: OrderSafety }): ReactNode {
  const t = useTranslations('isolation')
  const acts = useActs()
  const [issuing, setIssuing] = useState(false)
  const mayIssue = view.may.issue && !isEnded(view.order.status as WorkOrderStatus)
  if (view.permits.length === 0 && !mayIssue) return null
  const open = view.permits.filter(({ status }) => status !== 'closed').length
  return (
    <Panel
      title={<Term term="permit">{t('permits')}</Term>} note={view.permits.length > 0 ? t('openPermits', { count: open }) : undefined} bare
      aside={mayIssue && <Button size="sm" onPress={() => { setIssuing(true) }}>{t('act.issue')}</Button>}
    >
      {view.permits.length === 0
        ? <p className="px-3.5 py-3 text-13 text-fg-2">{t('noPermits')}</p>
        : <ul className="divide-y divide-line-soft">{view.permits.map((permit) => <PermitRow key={permit.id} permit={permit} view={view} />)}</ul>}
      {issuing && <IssuePermit view={view} acts={acts} onClose={() => { setIssuing(false); acts.clear() }} />}
    </Panel>
  )
}

function PermitRow({ permit, view }: { readonly permit: Permit; readonly view: OrderSafety }): ReactNode {
  const t = useTranslations('isolation')
  const { personId } = useMe()
  const acts = useActs()
  const [asked, setAsked] = useState<PermitAct | null>(null)
  const last = permit.gasTests.at(-1)
  return (
    <li className="px-3.5 py-2.5 text-13">
      <p className="flex flex-wrap items-baseline gap-x-2"><b className="font-strong">{permit.number}</b> {t(`kind.${permit.kind}`)} <span className="ms-auto text-12 font-mid">{permit.expired ? t('status.expired') : t(`status.${permit.status}`)}</span></p>
      <p className="mt-0.5 wrap-anywhere">{permit.work}</p>
      <p className="mt-0.5 text-12 text-fg-2"><Timestamp at={permit.from} className="num" /> {t('to')} <Timestamp at={permit.to} className="num" /> · {t('people', { performer: permit.performer.name, issuer: permit.issuer.name })}</p>
      {last !== undefined && <p className="mt-0.5 text-12 text-fg-2">{last.gas} <span className="num">{last.value} {last.unit.replace(/[[\]]/g, '')}</span>, <Timestamp at={last.at} className="num" />, {last.by}{last.within ? '' : ` · ${t('outside')}`}</p>}
      <div className="mt-1.5 flex flex-wrap gap-2">
        {permitActs(permit, personId, view.may).map((act) => <Button key={act} size="sm" onPress={() => { setAsked(act) }}>{t(`act.${act}`)}</Button>)}
      </div>
      {acts.error !== null && asked === null && <div className="mt-2"><ErrorState message={acts.error} /></div>}
      {asked !== null && <PermitDialog act={asked} permit={permit} mayOverrule={view.may.overrule} acts={acts} onClose={() => { setAsked(null); acts.clear() }} />}
    </li>
  )
}
