'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useAreas } from '../../../../_lib/tablet/hooks/use-areas.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { OrderRows } from '../components/order-rows.tsx'
import { byArea } from '../prepare/by-area.ts'
import { byUrgency, matches } from '../prepare/my-work.ts'

/** Orders are all orders of this tablet by area, to be searched without a network. */
export default function Orders(): ReactNode {
  const t = useTranslations('tabletWork.work')
  const words = useOrderWords()
  const me = useMe()
  const now = useClock()
  const orders = useOrders(me)
  const areaOf = useAreas()
  const [text, setText] = useState('')
  if (orders === undefined || areaOf === undefined) return <ScreenWait />
  const found = orders.map(({ seen }) => seen).filter((seen) => text.trim() === '' || matches(seen, text, words.title(seen.order))).toSorted(byUrgency(me.id, now))
  return (
    <TabletScreen title={t('all')} backTo="/m">
      <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
        <span className="font-mid">{t('search')}</span>
        <input type="search" value={text} onChange={(event) => { setText(event.target.value) }} placeholder={t('searchHint')} className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18" />
      </label>
      <p role="status" className="mt-2 mb-1 text-m16 text-fg-2">{t('found', { count: found.length })}</p>
      {found.length === 0 && text.trim() !== '' && <Empty title={t('noneFound', { text: text.trim() })} text={t('noneFoundWhy')}><BigButton onClick={() => { setText('') }}>{t('clear')}</BigButton></Empty>}
      {byArea(found, areaOf).map(({ area, orders: list }) => (
        <section key={area ?? ''} className="mt-4">
          <h2 className="mb-2 ps-1 text-m18 font-strong">{area ?? t('nowhere')}</h2>
          <OrderRows label={area ?? t('nowhere')} orders={list} personId={me.id} />
        </section>
      ))}
    </TabletScreen>
  )
}
