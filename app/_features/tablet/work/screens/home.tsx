'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useMe } from '../../people/person-context.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { JobCard } from '../components/job-card.tsx'
import { OrderRows } from '../components/order-rows.tsx'
import { myWork } from '../prepare/my-work.ts'

const SHOWN = 5

/** Home is the first screen: what do I do next? The one job large, then the list. */
export default function Home(): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const now = useClock()
  const me = useMe()
  const orders = useOrders(me)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (orders === undefined) return <ScreenWait />
  const { next, then, others, finished } = myWork(orders, me.id, now)
  const title = next === null ? t('mine') : next.order.assignee === null ? t('nobodys') : t('next')
  const section = (label: string, list: typeof then): ReactNode => list.length > 0 && (
    <section className="mt-5">
      <h2 className="mb-2 ps-1 text-m18 font-strong">{label}</h2>
      <OrderRows label={label} orders={list.slice(0, SHOWN)} personId={me.id} />
    </section>
  )
  return (
    <TabletScreen title={title} aside={<span className="num">{formatMoment(now, 'day', locale, timeZone)}, {formatMoment(now, 'clock', locale, timeZone)}</span>}>
      {next !== null ? <JobCard key={next.order.id} seen={next} personId={me.id} />
        : <Empty title={t(then.length > 0 ? 'waits' : 'none')} text={t(then.length > 0 ? 'waitsWhy' : 'noneWhy')}><BigLink href="/m/orders">{t('all')}</BigLink></Empty>}
      {section(t('then'), then)}
      {section(t('others'), others)}
      {section(t('finished'), finished)}
      <div className="mt-5 grid"><BigLink href="/m/orders">{t('all')}</BigLink></div>
    </TabletScreen>
  )
}
