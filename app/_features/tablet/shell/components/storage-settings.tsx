'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useStorage } from '../hooks/use-storage.ts'
import { formatBytes, isLow, type StorageFacts } from '../storage.ts'
import { BigButton, BigLink } from './big-button.tsx'
import { TabletPanel } from './panel.tsx'

/** StorageSettings say in words whether the browser keeps what is saved here, how much room is left, and what to do. */
export function StorageSettings(): ReactNode {
  const t = useTranslations('tablet.settings')
  const { facts, keep } = useStorage()
  const [refused, setRefused] = useState(false)
  return (
    <TabletPanel title={t('storage')}>
      {facts === null ? <p role="status">{t('looking')}</p> : (
        <>
          <p>{t(facts.persisted === null ? 'unknown' : facts.persisted ? 'kept' : 'notKept')}</p>
          <Space facts={facts} />
          {facts.persisted === false && (
            <>
              {refused && <p role="status">{t('refused')}</p>}
              <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,260px),1fr))] gap-2">
                <BigButton onClick={() => { void keep().then((agreed) => { setRefused(!agreed) }) }}>{t('keep')}</BigButton>
                <BigLink href="/m/install">{t('howInstall')}</BigLink>
              </div>
            </>
          )}
        </>
      )}
    </TabletPanel>
  )
}

function Space({ facts }: { readonly facts: StorageFacts }): ReactNode {
  const t = useTranslations('tablet.settings')
  const locale = useLocale()
  if (facts.used === null || facts.free === null) return null
  const [used, free] = [formatBytes(facts.used, locale), formatBytes(facts.free, locale)]
  return (
    <>
      <p className="num text-fg-2">{t('space', { used, free })}</p>
      {isLow(facts) && <p role="alert" className="font-strong">{t('low', { free })}</p>}
    </>
  )
}
