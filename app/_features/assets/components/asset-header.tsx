'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { StatusOf } from '../../../_ui/status-of.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { AssetDetail } from '../prepare/points.ts'
import { quietAt } from '../prepare/quiet.ts'
import { DeclareMaintenance } from './declare-maintenance.tsx'
import { ReportFault } from './report-fault.tsx'

/** AssetHeader names the machine, says how it is, and offers its open order. */
export function AssetHeader({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations()
  const may = useMay()
  const now = useNow()
  const [reporting, setReporting] = useState(false)
  const [declaring, setDeclaring] = useState(false)
  const { asset, equipment, openOrders } = detail
  const [order] = openOrders
  const place = [detail.class?.name, equipment === null ? null : [equipment.manufacturer, equipment.model, equipment.serial].filter(Boolean).join(' ')].filter(Boolean)
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-3">
      <div className="me-auto flex min-w-0 max-w-[75ch] gap-3">
        <span className="mt-1 grid size-5 shrink-0 place-items-center"><StatusOf status={asset.status} priority={asset.priority} size={20} /></span>
        <div className="min-w-0">
          <h1 className="text-20 font-strong">{asset.tag} {asset.name}</h1>
          <p className="text-13 text-fg-2">
            {asset.status === 'unknown' ? <Term term="unknown">{t('common.assetStatus.unknown')}</Term> : t(`common.assetStatus.${asset.status}`)}
            {' · '}<Term term="criticality">{t('assets.criticality', { level: asset.criticality })}</Term>
            {place.map((text) => ` · ${text}`)}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {detail.class !== null && <LinkButton href={`/print/labels?ids=${asset.id}`}>{t('labels.openOne')}</LinkButton>}
        {detail.quiet.mayDeclare && quietAt(detail.quiet, now).holding.length === 0 && <Button onPress={() => { setDeclaring(true) }}>{t('assets.quiet.declare')}</Button>}
        {may('work-order.request') && <Button onPress={() => { setReporting(true) }}>{t('assets.report.open')}</Button>}
        {order !== undefined && <LinkButton variant="primary" href={`/work-orders/${order.number}`}>{t('overview.action.open', { number: order.number })}</LinkButton>}
      </div>
      {declaring && <DeclareMaintenance asset={asset} onClose={() => { setDeclaring(false) }} />}
      {reporting && <ReportFault asset={asset} onClose={() => { setReporting(false) }} />}
    </header>
  )
}
