'use client'

import { Pause, Play, Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { useAct } from '../hooks/use-order-actions.ts'
import { runsFor } from '../prepare/my-work.ts'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

/** MainAction is the one thing that an order waits for from this person: start, join, go on, or say what was found. */
export function MainAction({ seen, from }: { readonly seen: SeenOrder; readonly from: 'home' | 'order' }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const act = useAct()
  const me = useMe()
  const { order, allowed } = seen
  const hours = order.plannedHours
  const may = (name: (typeof allowed)[number]): boolean => allowed.includes(name)
  if (may('start')) return <BigButton look="main" onClick={() => { void act(seen, 'start') }}><Play {...SIGN} />{hours === null ? t('start') : t('startFor', { hours: Number(hours) })}</BigButton>
  if (may('resume')) return <BigButton look="main" onClick={() => { void act(seen, 'resume') }}><Play {...SIGN} />{t('resume')}</BigButton>
  if (may('joinTimer') && !runsFor(seen, me.id)) return <BigButton look="main" onClick={() => { void act(seen, 'joinTimer') }}><Timer {...SIGN} />{t('join')}</BigButton>
  if (from === 'home') return <BigLink look="main" href={`/m/o/${order.number}`}>{t(order.status === 'in_progress' ? 'goOn' : 'open')}</BigLink>
  return null
}

/** SideActions are what else can be done with work that runs: let it wait, or stop one's own time. */
export function SideActions({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const act = useAct()
  const me = useMe()
  if (!seen.allowed.includes('hold')) return null
  return (
    <div className="grid grid-cols-2 gap-2">
      <BigLink href={`/m/o/${seen.order.number}/hold`}><Pause {...SIGN} />{t('hold')}</BigLink>
      {runsFor(seen, me.id) && <BigButton onClick={() => { void act(seen, 'stopTimer') }}><Timer {...SIGN} />{t('stopTime')}</BigButton>}
    </div>
  )
}
