'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { OrderRows } from '../../work/components/order-rows.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'

/** MachineOrders is what is reported on a machine already: whoever sees the same says so with one tap instead of reporting it again. */
export function MachineOrders({ label, orders }: { readonly label: string; readonly orders: readonly SeenOrder[] }): ReactNode {
  const t = useTranslations('tabletMoves.meToo')
  const words = useOrderWords()
  const act = useAct()
  const me = useMe()
  const saw = (seen: SeenOrder): boolean => seen.order.createdBy?.id === me.id || seen.witnesses.some(({ name }) => name === me.name)
  const others = orders.filter((seen) => seen.allowed.includes('meToo') && !saw(seen))
  return (
    <>
      <OrderRows label={label} orders={orders} personId={me.id} />
      {orders.map((seen) => seen.witnesses.length > 0 && (
        <p key={seen.order.id} className="mt-2 ps-1 text-m16 text-fg-2">{t('seenBy', { number: seen.order.number, names: seen.witnesses.map(({ name }) => name).join(', ') })}</p>
      ))}
      {others.length > 0 && (
        <div className="mt-2 grid gap-2">
          {others.map((seen) => (
            <BigButton key={seen.order.id} aria-label={t('of', { title: words.title(seen.order) })} onClick={() => { void act(seen, 'meToo') }}>
              <Eye size={24} strokeWidth={1.7} aria-hidden className="shrink-0" /><span className="min-w-0 break-words">{others.length === 1 ? t('one') : t('of', { title: words.title(seen.order) })}</span>
            </BigButton>
          ))}
        </div>
      )}
    </>
  )
}
