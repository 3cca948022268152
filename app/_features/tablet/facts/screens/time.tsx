'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../people/person-context.ts'
import { TabletPanel } from '../../shell/components/panel.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { AddTime } from '../components/add-time.tsx'
import { FactScreen } from '../components/fact-screen.tsx'
import { TimeEntry } from '../components/time-entry.tsx'

/** Time is a person's own time on an order: corrected with one tap, or written down where no timer ran. */
export default function Time({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tabletFacts.time')
  const me = useMe()
  return (
    <FactScreen number={params['order'] ?? ''}>
      {(seen) => {
        const own = seen.labour.entries.filter((entry) => entry.person.id === me.id)
        return (
          <>
            <TabletPanel title={t('title')}>
              {own.length === 0 && <p className="text-m18 text-fg-2">{t('none')}</p>}
              <ul className="grid gap-5">{own.map((entry) => <li key={entry.id}><TimeEntry seen={seen} entry={entry} /></li>)}</ul>
            </TabletPanel>
            {seen.allowed.includes('logTime') && <div className="mt-5"><AddTime seen={seen} label={t('without')} /></div>}
          </>
        )
      }}
    </FactScreen>
  )
}
