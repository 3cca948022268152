'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useHandOver } from '../hooks/use-hand-over.ts'
import type { RepairView } from '../prepare/view.ts'
import { RegisterRepair } from './register-repair.tsx'

/** Repairs is the register of temporary repairs: what is past its time stands on top. */
export function Repairs({ repairs, mayRegister }: { readonly repairs: readonly RepairView[]; readonly mayRegister: boolean }): ReactNode {
  const t = useTranslations('handover')
  const [registering, setRegistering] = useState(false)
  const register = mayRegister && <Button size="sm" onPress={() => { setRegistering(true) }}>{t('register')}</Button>
  return (
    <Panel title={t('repairs')} note={repairs.length > 0 ? t('standing', { count: repairs.length }) : undefined} bare aside={repairs.length > 0 && register}>
      {repairs.length === 0
        ? <div className="p-3.5"><EmptyState action={register || undefined}>{t('noRepairsYet')}</EmptyState></div>
        : <ul className="divide-y divide-line-soft">{repairs.map((repair) => <RepairRow key={repair.id} repair={repair} />)}</ul>}
      {registering && <RegisterRepair onClose={() => { setRegistering(false) }} />}
    </Panel>
  )
}

function RepairRow({ repair }: { readonly repair: RepairView }): ReactNode {
  const t = useTranslations('handover')
  const { run, pending, error } = useHandOver()
  return (
    <li className="px-3.5 py-2.5 text-13">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link href={`/assets/${repair.asset.id}`}>{repair.asset.tag}</Link><span className="min-w-0 font-mid wrap-anywhere">{repair.what}</span>
        <span className="ms-auto text-12">{repair.past ? <b>{t('past')}</b> : t('until')} <Timestamp at={repair.expiresAt} className="num" /></span>
      </p>
      <p className="mt-0.5 text-12 text-fg-2">{t(`risk.${repair.risk}`)}{repair.riskNote === null ? '' : `: ${repair.riskNote}`} · {t('owner', { name: repair.owner.name })} · {repair.order === null ? t('noOrder') : <>{t('removedBy')} <Link href={`/work-orders/${repair.order.number}`}>{repair.order.number}</Link></>}</p>
      {error !== null && <div className="mt-2"><ErrorState message={error} /></div>}
      {repair.mayChange && <Button size="sm" className="mt-1.5" isPending={pending === 'removeRepair'} onPress={() => { run('removeRepair', { id: repair.id }) }}>{t('remove')}</Button>}
    </li>
  )
}
