'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useHandOver, useShift } from '../../../../_lib/tablet/hooks/use-shift.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { HandoverCard } from '../components/handover-card.tsx'
import { PlaceChoice } from '../components/place-choice.tsx'
import { RepairsPanel } from '../components/repairs-panel.tsx'
import { SignPanel, type Signed } from '../components/sign-panel.tsx'
import { repairsByUrgency } from '../prepare/by-urgency.ts'
import { contentOf, isIn, type Place } from '../prepare/content.ts'

const EARLIER = 3

/** Handover is the change of shifts: what waits to be taken over, what is open now and the signature of whoever goes, and the temporary repairs. */
export default function Handover(): ReactNode {
  const t = useTranslations('tabletSafety.handover')
  const done = useTranslations('handover.done')
  const me = useMe()
  const now = useClock()
  const orders = useOrders(me)
  const kept = useShift(me)
  const handOver = useHandOver(me)
  const [chosen, setChosen] = useState<Place | null>(null)
  if (orders === undefined || kept === undefined) return <ScreenWait />
  const [first] = kept?.shift.places ?? []
  if (kept === null || first === undefined) return <TabletScreen title={t('title')} backTo="/m"><Empty title={t('unknown')} text={t('unknownWhy')}><BigLink href="/m">{t('toWork')}</BigLink></Empty></TabletScreen>
  const { shift, assets } = kept
  const place = chosen ?? { siteId: first.siteId, areaId: null }
  const zone = shift.places.find(({ siteId }) => siteId === place.siteId)?.timeZone ?? first.timeZone
  const may = can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, 'work-order.execute', place.siteId)
  const content = contentOf(place, orders.map(({ seen }) => seen), shift, assets)
  const repairs = shift.repairs.filter(({ siteId, asset }) => siteId === place.siteId && isIn(assets, place, asset.id))
  const waiting = shift.handovers.filter((one) => one.acknowledged === null && one.signedBy.id !== me.id)
  const others = shift.handovers.filter((one) => !waiting.includes(one)).slice(0, EARLIER)
  const sign = async ({ shift: which, text }: Signed): Promise<void> => {
    await handOver('handover.sign', { ...place, shift: which, text, knownAt: me.pulledAt ?? new Date().toISOString(), content })
    confirm(done('sign'))
  }
  const take = (id: string) => async (note: string): Promise<void> => {
    await handOver('handover.acknowledge', note === '' ? {} : { note }, id)
    confirm(done('acknowledge'))
  }
  const remove = async (id: string): Promise<void> => {
    await handOver('repair.remove', {}, id)
    confirm(done('removeRepair'))
  }
  return (
    <TabletScreen title={t('title')} backTo="/m">
      {waiting.map((one) => <HandoverCard key={one.id} handover={one} zone={zone} onTake={may ? take(one.id) : null} />)}
      {may && <SignPanel place={<PlaceChoice places={shift.places} value={place} onChange={setChosen} />} draft="handover" content={content} zone={zone} onSign={sign} />}
      <RepairsPanel repairs={repairsByUrgency(repairs, now)} zone={zone} onRemove={may ? remove : null} />
      {others.map((one) => <HandoverCard key={one.id} handover={one} zone={zone} onTake={null} />)}
    </TabletScreen>
  )
}
