'use client'

import { CircleStop, ListChecks, Mic, Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigLink } from '../../shell/components/big-button.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

/** FactMoves are the rarer facts that can be told of an order, each on a screen of its own: time, standstills, voice notes and files. */
export function FactMoves({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts')
  const { order, allowed } = seen
  const at = `/m/o/${order.number}`
  return (
    <>
      {allowed.includes('attach') && <BigLink href={`${at}/files`}><Mic {...SIGN} />{t('files.open')}</BigLink>}
      {allowed.includes('recordDowntime') && <BigLink href={`${at}/downtime`}><CircleStop {...SIGN} />{t('downtime.open')}</BigLink>}
      {allowed.includes('correctTime') && <BigLink href={`${at}/time`}><Timer {...SIGN} />{t('time.open')}</BigLink>}
      {allowed.includes('start') && <BigLink href={`${at}/done`}><ListChecks {...SIGN} />{t('done.open')}</BigLink>}
    </>
  )
}
