'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeviceSettings } from '../components/device-settings.tsx'
import { LookSettings } from '../components/look-settings.tsx'
import { TabletScreen } from '../components/screen.tsx'
import { StorageSettings } from '../components/storage-settings.tsx'
import { VersionSettings } from '../components/version-settings.tsx'

/** Settings are what belongs to this tablet and not to a person. */
export default function Settings(): ReactNode {
  const t = useTranslations('tablet.settings')
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <LookSettings />
      <StorageSettings />
      <VersionSettings />
      <DeviceSettings />
    </TabletScreen>
  )
}
