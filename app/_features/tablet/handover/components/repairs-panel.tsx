'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenShift } from '../../../../_lib/tablet/seen/shift.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'

type Repair = SeenShift['repairs'][number]

interface RepairsPanelProps {
  readonly repairs: readonly Repair[]
  readonly zone: string
  /** null where this person does not carry out work. */
  readonly onRemove: ((id: string) => Promise<void>) | null
}

/** RepairsPanel is the register of temporary repairs: each with its risk, its owner, by when it must be gone, and the order that removes it. */
export function RepairsPanel({ repairs, zone, onRemove }: RepairsPanelProps): ReactNode {
  const t = useTranslations('handover')
  return (
    <TabletPanel title={t('repairs')}>
      {repairs.length === 0 ? <p className="text-m18 text-fg-2">{t('noRepairsYet')}</p>
        : <ul className="grid gap-4">{repairs.map((repair) => <Row key={repair.id} repair={repair} zone={zone} onRemove={onRemove} />)}</ul>}
      {onRemove !== null && <BigLink href="/m/handover/repair">{t('register')}</BigLink>}
    </TabletPanel>
  )
}

function Row({ repair, zone, onRemove }: { readonly repair: Repair; readonly zone: string; readonly onRemove: RepairsPanelProps['onRemove'] }): ReactNode {
  const t = useTranslations('handover')
  const s = useTranslations('tabletSafety')
  const locale = useLocale()
  const [asked, setAsked] = useState(false)
  const now = useClock()
  const { id, asset, what, risk, riskNote, owner, expiresAt, order, waiting } = repair
  const past = Date.parse(expiresAt) <= now
  return (
    <li className="grid gap-2 border-t border-line pt-4 text-m18 first:border-t-0 first:pt-0">
      <p className="break-words">
        <span className="font-mid">{asset.tag} {what}</span>
        <span className="num block text-m16 text-fg-2">
          <span className={past ? 'font-strong text-fg' : ''}>{t(past ? 'past' : 'until')} {formatMoment(Date.parse(expiresAt), 'short', locale, zone)}</span>{`, ${t(`risk.${risk}`)}${riskNote === null ? '' : `: ${riskNote}`}`}
        </span>
        <span className="num block text-m16 text-fg-2">{t('owner', { name: owner.name })}, {order === null ? t('noOrder') : `${t('removedBy')} ${order}`}{waiting && `, ${s('notSent')}`}</span>
      </p>
      {onRemove !== null && (asked
        ? <BigButton onClick={() => { void onRemove(id) }}>{s('handover.reallyGone')}</BigButton>
        : <BigButton onClick={() => { setAsked(true) }}>{t('remove')}</BigButton>)}
    </li>
  )
}
