'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { GAS_TEST_VALID_MS } from '#server/core/permits/kinds.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { SeenPermit } from '../../../../_lib/tablet/seen/permits.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { gasLines, isExpired, permitActs, type TabletAct } from '../prepare/permits.ts'
import { PermitForm } from './permit-form.tsx'

interface PermitCardProps {
  readonly seen: SeenOrder
  readonly permit: SeenPermit
  readonly mayExecute: boolean
}

/** PermitCard is one permit: how it stands and until when, who works under it, its gas tests, and what can be done with it here. */
export function PermitCard({ seen, permit, mayExecute }: PermitCardProps): ReactNode {
  const t = useTranslations('tabletSafety.permits')
  const s = useTranslations('tabletSafety')
  const words = useTranslations('isolation')
  const locale = useLocale()
  const now = useClock()
  const me = useMe()
  const [asked, setAsked] = useState<TabletAct | null>(null)
  const moment = (text: string): string => formatMoment(Date.parse(text), 'short', locale, seen.site.timeZone)
  const { kind, status, number, work, from, to, performer, issuer, waiting } = permit
  return (
    <TabletPanel title={words(`kind.${kind}`)}>
      <p className="text-m18 break-words">
        <strong className="font-strong">{words(`status.${isExpired(permit, now) ? 'expired' : status}`)}</strong>{waiting && `, ${s('notSent')}`}
        <span className="block">{work}</span>
        <span className="num block text-m16 text-fg-2">{number}, {t('valid', { from: moment(from), to: moment(to) })}</span>
        <span className="block text-m16 text-fg-2">{t('people', { performer: performer.name, issuer: issuer.name })}</span>
      </p>
      <GasTests permit={permit} now={now} moment={moment} />
      {asked !== null ? <PermitForm seen={seen} permit={permit} act={asked} onClose={() => { setAsked(null) }} />
        : permitActs(permit, me.id, mayExecute).map((act) => <BigButton key={act} onClick={() => { setAsked(act) }}>{t(`act.${act}`)}</BigButton>)}
    </TabletPanel>
  )
}

function GasTests({ permit, now, moment }: { readonly permit: SeenPermit; readonly now: number; readonly moment: (text: string) => string }): ReactNode {
  const t = useTranslations('tabletSafety.permits')
  const locale = useLocale()
  const lines = gasLines(permit, now)
  if (lines.length === 0) return null
  return (
    <dl aria-label={t('gasTests')} className="grid gap-1 text-m18">
      {lines.map(({ gas, unit, test, problem }) => (
        <div key={gas} className="flex flex-wrap gap-x-3">
          <dt className="font-mid">{gas}</dt>
          <dd className="num min-w-0">
            {test === null ? t('noTests') : `${formatNumber(test.value, locale)} ${unitLabel(unit)}, ${moment(test.at)}, ${test.by}`}
            {test !== null && problem !== null && <strong className="font-strong">, {problem === 'outside' ? t('outside') : t('old', { minutes: GAS_TEST_VALID_MS / 60_000 })}</strong>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
