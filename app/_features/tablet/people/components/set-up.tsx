'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { enrol } from '../../../../_lib/tablet/people/enrol.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { Refused } from '../../../../_lib/tablet/sync/http.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { usePrefs } from '../../shell/hooks/use-prefs.ts'
import { platformOf } from '../../shell/platform.ts'
import { DEVICE_LENGTH } from '../../shell/prefs.ts'

type Trouble = 'sign-in' | 'offline' | null

/** SetUp makes this device one on which a person can work without a network: once, while there is one. */
export function SetUp({ onDone }: { readonly onDone?: () => void }): ReactNode {
  const t = useTranslations('tabletWork.setUp')
  const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints)
  const [prefs, change] = usePrefs()
  const [name, setName] = useState(prefs.device)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>(null)
  const begin = (): void => {
    setBusy(true)
    setTrouble(null)
    const called = name.trim() === '' ? t('unnamed') : name.trim()
    change({ device: called })
    enrol(tabletDb(), called, platform)
      .then(() => onDone?.(), (error: unknown) => { setTrouble(error instanceof Refused ? 'sign-in' : 'offline') })
      .finally(() => { setBusy(false) })
  }
  return (
    <TabletScreen title={t('title')}>
      <TabletPanel title={t('what')}>
        <p className="max-w-[60ch] text-m18 text-fg-2">{t('why')}</p>
        <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
          <span className="font-mid">{t('name')}</span>
          <input
            value={name} onChange={(event) => { setName(event.target.value) }} maxLength={DEVICE_LENGTH} placeholder={t('example')} autoComplete="off"
            className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18"
          />
        </label>
        {trouble !== null && <p role="alert" className="text-m18 font-mid">{t(`trouble.${trouble}`)}</p>}
        {trouble === 'sign-in'
          ? <BigLink look="main" outside href="/sign-in?next=/m">{t('signIn')}</BigLink>
          : <BigButton look="main" disabled={busy} onClick={begin}>{busy ? t('busy') : t('begin')}</BigButton>}
      </TabletPanel>
    </TabletScreen>
  )
}
