'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWorker } from '../hooks/use-worker.ts'
import { useSyncState } from '../sync-state.ts'
import { useTablet } from '../tablet-context.ts'
import { takeNewVersion, type WorkerState } from '../worker/registration.ts'
import { mayUpdate } from '../worker/update.ts'
import { BigButton, BigLink } from './big-button.tsx'
import { TabletPanel } from './panel.tsx'

const OFFLINE_WORDS = {
  insecure: 'offlineNo', unsupported: 'offlineUnsupported', development: 'offlineNotYet', preparing: 'offlineNotYet', ready: 'offlineReady',
} as const satisfies Readonly<Record<WorkerState['offline'], string>>

/** VersionSettings say which version runs, whether it opens without a network, and whether a newer one waits. */
export function VersionSettings(): ReactNode {
  const t = useTranslations('tablet')
  const { build } = useTablet()
  const { offline, updateReady } = useWorker()
  const free = mayUpdate(useSyncState())
  return (
    <TabletPanel title={t('settings.version')}>
      <p className="num break-words">{t('settings.versionIs', { version: build.version, build: build.id })}</p>
      <p>{t(`settings.${OFFLINE_WORDS[offline]}`)}</p>
      <p>{updateReady ? t(free ? 'update.ready' : 'update.waits') : t('settings.upToDate')}</p>
      {updateReady && free && <BigButton onClick={takeNewVersion}>{t('update.now')}</BigButton>}
      <p className="text-m16 text-fg-2">{t('settings.installText')}</p>
      <BigLink href="/m/install">{t('settings.install')}</BigLink>
    </TabletPanel>
  )
}
