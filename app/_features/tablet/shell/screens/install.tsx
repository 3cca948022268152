'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { BigButton, BigLink } from '../components/big-button.tsx'
import { TabletPanel } from '../components/panel.tsx'
import { TabletScreen } from '../components/screen.tsx'
import { install, installOffered, onInstallOffer } from '../install-offer.ts'
import { PLATFORMS, platformOf, type Platform } from '../platform.ts'

const STEPS = ['1', '2', '3'] as const

/** Install tells how the app is installed: by one button where the browser has one, else step by step for this device and the others. */
export default function Install(): ReactNode {
  const t = useTranslations('tablet.install')
  const offered = useSyncExternalStore(onInstallOffer, installOffered, () => false)
  const [outcome, setOutcome] = useState<'accepted' | 'dismissed' | null>(null)
  const own = platformOf(navigator.userAgent, navigator.maxTouchPoints)
  const installed = outcome === 'accepted' || window.matchMedia('(display-mode: standalone)').matches
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <TabletPanel title={t('here')}>
        {installed ? <p role="status">{t('done')}</p> : (
          <>
            {outcome === 'dismissed' && <p role="status">{t('dismissed')}</p>}
            {offered && <BigButton look="main" onClick={() => { void install().then((agreed) => { setOutcome(agreed ? 'accepted' : 'dismissed') }) }}>{t('now')}</BigButton>}
            <Steps platform={own} />
            <p className="text-m16 text-fg-2">{t('certificate')}</p>
            <BigLink outside href="/certificate">{t('certificateLink')}</BigLink>
          </>
        )}
      </TabletPanel>
      <TabletPanel title={t('other')}>
        {PLATFORMS.filter((platform) => platform !== own).map((platform) => <Steps key={platform} platform={platform} />)}
      </TabletPanel>
    </TabletScreen>
  )
}

function Steps({ platform }: { readonly platform: Platform }): ReactNode {
  const t = useTranslations('tablet.install.platforms')
  return (
    <div>
      <h3 className="text-m18 font-strong">{t(`${platform}.name`)}</h3>
      <ol className="mt-1 list-decimal space-y-1 ps-7 text-m18">
        {STEPS.map((step) => <li key={step} className="ps-1">{t(`${platform}.${step}`)}</li>)}
      </ol>
    </div>
  )
}
