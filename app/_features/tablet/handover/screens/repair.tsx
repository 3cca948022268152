'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { RISKS } from '#server/core/handover/handover.ts'
import { useAsset } from '../../../../_lib/tablet/hooks/use-assets.ts'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useTabletPeople } from '../../../../_lib/tablet/hooks/use-person.ts'
import { useHandOver, useShift } from '../../../../_lib/tablet/hooks/use-shift.ts'
import { fromLocalInput, toLocalInput } from '../../../../_lib/time/local-input.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { navigate } from '../../shell/router/path.ts'
import { Tiles } from '../../work/components/tiles.tsx'
import { MachineField } from '../components/machine-field.tsx'
import { gapOf } from '../prepare/repair.ts'

const WEEK_MS = 7 * 24 * 3_600_000
const MOST_OWNERS = 6
const FIELD = 'frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18'

/** Repair registers a temporary repair: where, what, the risk while it stands, who looks after it, and by when it must be gone. */
export default function Repair(): ReactNode {
  const t = useTranslations('handover')
  const s = useTranslations('tabletSafety.handover')
  const me = useMe()
  const kept = useShift(me)
  const people = useTabletPeople() ?? [me]
  const handOver = useHandOver(me)
  const [tag, setTag] = useState('')
  const asset = useAsset(tag)
  const orders = useOrders(me) ?? []
  const zone = kept?.shift.places.find(({ siteId }) => siteId === asset?.siteId)?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const [what, setWhat] = useDraft('repair')
  const [risk, setRisk] = useState<(typeof RISKS)[number] | null>(null)
  const [riskNote, setRiskNote] = useState('')
  const [owner, setOwner] = useState(me.id)
  const [until, setUntil] = useState(() => toLocalInput(Date.now() + WEEK_MS, zone))
  const [order, setOrder] = useState('')
  const [tried, setTried] = useState(false)
  const end = fromLocalInput(until, zone)
  const gap = gapOf({ assetId: asset?.id ?? null, what, risk, end, now: Date.now() })
  const here = orders.filter(({ seen }) => seen.asset.id === asset?.id && seen.order.version > 0)
  const owners = people.toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id)).slice(0, MOST_OWNERS)
  const register = async (): Promise<void> => {
    setTried(true)
    if (gap !== null || !asset || end === null) return
    await handOver('repair.register', {
      assetId: asset.id, what: what.trim(), risk, ownerId: owner, expiresAt: new Date(end).toISOString(), ...(riskNote.trim() === '' ? {} : { riskNote: riskNote.trim() }), ...(order === '' ? {} : { order }),
    })
    setWhat('')
    confirm(t('done.registerRepair'))
    navigate('/m/handover')
  }
  return (
    <TabletScreen title={t('register')} backTo="/m/handover">
      <form className="grid gap-5" onSubmit={(event) => { event.preventDefault(); void register() }}>
        <MachineField label={t('machine')} tag={tag} onChoose={setTag} />
        <label className="grid min-w-0 gap-1.5 text-m18"><span className="font-mid">{t('what')}</span><textarea value={what} onChange={(event) => { setWhat(event.target.value) }} rows={2} maxLength={600} className={`${FIELD} py-3`} /></label>
        <Tiles label={t('whichRisk')} value={risk} tiles={RISKS.map((id) => ({ id, label: t(`risk.${id}`) }))} onChoose={(id) => { setRisk(RISKS.find((known) => known === id) ?? null) }} />
        <label className="grid min-w-0 gap-1.5 text-m18"><span className="font-mid">{t('riskNote')}</span><input value={riskNote} onChange={(event) => { setRiskNote(event.target.value) }} maxLength={600} className={FIELD} /></label>
        <Tiles label={s('owner')} value={owner} tiles={owners.map(({ id, name }) => ({ id, label: name }))} onChoose={setOwner} />
        <label className="grid min-w-0 gap-1.5 text-m18"><span className="font-mid">{s('gone')}</span><input type="datetime-local" value={until} onChange={(event) => { setUntil(event.target.value) }} className={FIELD} /></label>
        {here.length > 0 && (
          <label className="grid min-w-0 gap-1.5 text-m18">
            <span className="font-mid">{t('order')}</span>
            <select value={order} onChange={(event) => { setOrder(event.target.value) }} className={FIELD}>
              <option value="">{t('noOrder')}</option>
              {here.map(({ seen }) => <option key={seen.order.id} value={seen.order.number}>{seen.order.number}</option>)}
            </select>
          </label>
        )}
        {tried && gap !== null && <p role="alert" className="text-m18 font-mid">{s(`gap.${gap}`)}</p>}
        <BigButton type="submit" look="main">{t('register')}</BigButton>
      </form>
    </TabletScreen>
  )
}
