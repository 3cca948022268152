'use client'

import { ListRestart, Package, PencilLine, ScanLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigLink } from '../../shell/components/big-button.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

/** OrderMoves are the rarer things that can be done with an order, each on a screen of its own. */
export function OrderMoves({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletMoves')
  const { order, allowed, tasks, kit } = seen
  const at = `/m/o/${order.number}`
  const rest = tasks.some((task) => task.answer === null) || kit.some((one) => one.rest !== '0')
  return (
    <>
      <BigLink href={`${at}/scan`}><ScanLine {...SIGN} />{t('scan.open')}</BigLink>
      {allowed.includes('usePart') && <BigLink href={`${at}/parts`}><Package {...SIGN} />{t('parts.open')}</BigLink>}
      {allowed.includes('carryRest') && rest && <BigLink href={`${at}/rest`}><ListRestart {...SIGN} />{t('rest.open')}</BigLink>}
      {allowed.includes('edit') && <BigLink href={`${at}/edit`}><PencilLine {...SIGN} />{t('edit.open')}</BigLink>}
    </>
  )
}
