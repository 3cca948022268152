'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { BigLink } from '../components/big-button.tsx'
import { Empty } from '../components/empty.tsx'
import { TabletScreen } from '../components/screen.tsx'
import { useClock } from '../hooks/use-clock.ts'

/** Home is the first screen: a person's own work. */
export default function Home(): ReactNode {
  const t = useTranslations('tablet.home')
  const locale = useLocale()
  const now = useClock()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <TabletScreen title={t('title')} aside={<span className="num">{formatMoment(now, 'day', locale, timeZone)}, {formatMoment(now, 'clock', locale, timeZone)}</span>}>
      <Empty title={t('empty')} text={t('why')}><BigLink look="main" outside href="/work-orders">{t('open')}</BigLink></Empty>
    </TabletScreen>
  )
}
