'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { Button, IconButton, LinkButton } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { MenuButton, MenuItem } from '../../../_ui/menu.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { useActs } from '../hooks/use-acts.ts'
import { ownActs, standingOf } from '../prepare/standing.ts'
import type { OrderSafety } from '../prepare/view.ts'
import { ActDialog, type Asked } from './act-dialog.tsx'
import { Flags } from './flags.tsx'
import { LockList } from './lock-list.tsx'
import { StepList } from './step-list.tsx'

/** IsolationPanel says in one sentence how the machine is isolated, then the next step, the locks that are on, and what safety looks at. */
export function IsolationPanel({ view }: { readonly view: OrderSafety }): ReactNode {
  const t = useTranslations('isolation')
  const { personId } = useMe()
  const acts = useActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { isolation, order, asset } = view
  const standing = standingOf(view)
  const own = ownActs(isolation, personId, view.may.execute)
  const mayBegin = view.may.execute && view.plan !== null && !isEnded(order.status as WorkOrderStatus) && (standing.kind === 'none' || standing.kind === 'ended')
  if (standing.kind === 'no-plan' && isEnded(order.status as WorkOrderStatus)) return null
  return (
    <Panel
      title={<Term term="isolation">{t('title')}</Term>}
      aside={own.others.length > 0 && (
        <MenuButton
          aria-label={t('more')} trigger={<IconButton label={t('more')}><Ellipsis size={16} strokeWidth={1.5} aria-hidden /></IconButton>}
          onAction={(key) => { setAsked({ act: own.others.find((act) => act === key) ?? 'end' }) }}
        >
          {own.others.map((act) => <MenuItem key={act} id={act} textValue={t(`act.${act}`)}>{t(`act.${act}`)}</MenuItem>)}
        </MenuButton>
      )}
    >
      {acts.error !== null && asked === null && <div className="mb-3"><ErrorState message={acts.error} /></div>}
      <p className="text-13 font-mid">{t(`standing.${standing.kind}`, 'done' in standing ? { done: standing.done, all: standing.all, open: standing.open } : 'locks' in standing ? { locks: standing.locks } : {})}</p>
      {standing.kind === 'no-plan' && <LinkButton className="mt-2.5" href={`/assets/${asset.id}`}>{t('toMachine', { tag: asset.tag })}</LinkButton>}
      {mayBegin && <Button className="mt-2.5" isPending={acts.pending === 'begin'} onPress={() => { acts.isolate('begin', { orderId: order.id }) }}>{t('act.begin')}</Button>}
      <Flags view={view} />
      {isolation !== null && (
        <>
          <LockList view={view} acts={acts} onAsk={setAsked} own={own.lock} />
          {standing.kind !== 'ended' && standing.kind !== 'lifted' && <StepList key={standing.kind} isolation={isolation} orderId={order.id} acts={acts} mayConfirm={view.may.execute} />}
        </>
      )}
      {asked !== null && <ActDialog asked={asked} view={view} acts={acts} onClose={() => { setAsked(null); acts.clear() }} />}
    </Panel>
  )
}
