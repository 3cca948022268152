'use client'

import { Check, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import { useDo } from '../../../../_lib/tablet/hooks/use-do.ts'
import { makeOrder } from '../../../../_lib/tablet/outbox/make-order.ts'
import { factsOf } from '../../../../_lib/tablet/seen/facts.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { navigate } from '../../shell/router/path.ts'
import { compareMachine } from '../prepare/compare-machine.ts'

interface ScannedMachineProps {
  readonly seen: SeenOrder
  readonly scanned: TabletAsset
  readonly assets: readonly TabletAsset[]
  readonly backTo: string
  readonly onAgain: () => void
}

/** ScannedMachine says whether the scanned machine is the order's; where it is another, it names both and offers to move the order, or to go there. */
export function ScannedMachine({ seen, scanned, assets, backTo, onAgain }: ScannedMachineProps): ReactNode {
  const t = useTranslations('tabletMoves.scan')
  const me = useMe()
  const run = useDo(me)
  const here = `${scanned.tag} ${scanned.name}`
  const own = `${seen.asset.tag} ${seen.asset.name}`
  const mayBegin = can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, 'work-order.break-in', scanned.siteId)
  const compared = compareMachine({ assetId: seen.asset.id, siteId: seen.site.id, facts: factsOf(seen), mayMove: seen.allowed.includes('moveAsset'), mayBegin }, scanned, assets)
  const move = async (): Promise<void> => {
    await run(seen, 'moveAsset', { assetId: scanned.id }, { place: scanned })
    confirm(t('moved', { number: seen.order.number, machine: here }))
    navigate(backTo, true)
  }
  const begin = async (): Promise<void> => {
    const { provisionalNumber } = await makeOrder(tabletDb(), { personId: me.id, kind: 'order.emergency', payload: { assetId: scanned.id, followUpOf: seen.order.id } })
    confirm(t('begun', { number: provisionalNumber, machine: here }))
    navigate(`/m/o/${provisionalNumber}`, true)
  }
  if (compared === 'right') {
    return (
      <div className="grid gap-4">
        <p role="status" className="flex items-start gap-3 text-m22 font-strong"><Check size={28} strokeWidth={2} aria-hidden className="mt-0.5 shrink-0" /><span className="min-w-0 break-words">{t('right', { machine: here })}</span></p>
        <BigLink look="main" href={backTo}>{t('goOn')}</BigLink>
      </div>
    )
  }
  return (
    <div className="grid gap-4">
      <div role="alert" className="flex items-start gap-3">
        <CircleAlert size={28} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" />
        <div className="min-w-0"><p className="text-m22 font-strong break-words">{t('other', { machine: here })}</p><p className="mt-1 text-m18 text-fg-2 break-words">{t('orderIsFor', { machine: own })}{compared === 'begin' && ` ${t('stays')}`}</p></div>
      </div>
      {compared === 'move' && <BigButton look="main" onClick={() => { void move() }}>{t('move', { machine: scanned.tag })}</BigButton>}
      {compared === 'begin' && <BigButton look="main" onClick={() => { void begin() }}>{t('begin', { machine: scanned.tag })}</BigButton>}
      <BigLink href={`/m/a/${encodeURIComponent(scanned.tag)}`}>{t('goTo', { machine: scanned.tag })}</BigLink>
      <BigButton onClick={onAgain}>{t('again')}</BigButton>
    </div>
  )
}
