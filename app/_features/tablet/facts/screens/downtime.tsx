'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { DowntimeForm } from '../components/downtime-form.tsx'
import { FactScreen } from '../components/fact-screen.tsx'

/** Downtime is for how long the machine of an order stood still, and why. */
export default function Downtime({ params }: ScreenProps): ReactNode {
  return <FactScreen number={params['order'] ?? ''}>{(seen) => <><Standstills seen={seen} /><DowntimeForm key={seen.downtime.length} seen={seen} /></>}</FactScreen>
}

function Standstills({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts.downtime')
  const words = useOrderWords()
  const locale = useLocale()
  const act = useAct()
  const clock = (iso: string): string => formatMoment(Date.parse(iso), 'short', locale, seen.site.timeZone)
  if (seen.downtime.length === 0) return null
  return (
    <TabletPanel title={t('known')}>
      <ul className="grid gap-4">
        {seen.downtime.map((one) => (
          <li key={one.id} className="grid gap-2 text-m18">
            <p className="num">{one.to === null ? t('since', { from: clock(one.from) }) : t('span', { from: clock(one.from), to: clock(one.to) })}, {seen.downtimeReasons.find(({ code }) => code === one.reason)?.name ?? words.downtime(one.reason)}{one.planned && `, ${t('planned')}`}</p>
            {one.to === null && (
              <BigButton onClick={() => { void act(seen, 'recordDowntime', { downtimeId: one.id, from: one.from, to: new Date().toISOString(), reason: one.reason, planned: one.planned, ...(one.note === null ? {} : { note: one.note }) }) }}>
                {t('runsAgain')}
              </BigButton>
            )}
          </li>
        ))}
      </ul>
    </TabletPanel>
  )
}
