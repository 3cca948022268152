import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BigLink } from './big-button.tsx'
import { Empty } from './empty.tsx'
import { TabletScreen } from './screen.tsx'

/** Missing says that no screen has this address. */
export function Missing(): ReactNode {
  const t = useTranslations('tablet.missing')
  return (
    <TabletScreen title={t('title')}>
      <Empty text={t('text')}><BigLink look="main" href="/m">{t('back')}</BigLink></Empty>
    </TabletScreen>
  )
}
