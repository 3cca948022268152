'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BigLink } from '../components/big-button.tsx'
import { Empty } from '../components/empty.tsx'
import { TabletScreen } from '../components/screen.tsx'
import type { ScreenProps } from '../router/screen.tsx'

/** Order is one order by its number or id. */
export default function Order({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tablet.order')
  const number = params['order'] ?? ''
  return (
    <TabletScreen title={t('title', { number })} backTo="/m">
      <Empty title={t('empty', { number })} text={t('why')}>
        <BigLink look="main" outside href={`/work-orders/${encodeURIComponent(number)}`}>{t('open')}</BigLink>
      </Empty>
    </TabletScreen>
  )
}
