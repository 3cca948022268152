'use client'

import { Check, Package } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useAct } from '../hooks/use-order-actions.ts'

const amount = (quantity: string, unit: string | null): string => [quantity, unit].filter(Boolean).join(' ')

/** Kit is what to take along, each used by one tap, and the parts that were used; nothing where an order has neither. */
export function Kit({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.kit')
  const act = useAct()
  const { kit, parts, allowed } = seen
  if (kit.length === 0 && parts.length === 0) return null
  const open = kit.filter((one) => one.rest !== '0')
  return (
    <TabletPanel title={t('title')}>
      {open.length > 0 && (
        <ul className="grid gap-3">
          {open.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3">
              <Package size={24} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2" />
              <span className="min-w-0 flex-1 basis-40 text-m18 break-words">{one.name}<span className="block num text-m16 text-fg-2">{[one.number, amount(one.rest, one.unit)].filter(Boolean).join(', ')}</span></span>
              {allowed.includes('usePart') && (
                <BigButton aria-label={t('useOne', { part: one.name, amount: amount(one.rest, one.unit) })} onClick={() => { void act(seen, 'usePart', { fromKit: one.id, quantity: one.rest }) }}>
                  <Check size={24} strokeWidth={2} aria-hidden />{t('use')}
                </BigButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <div>
          <h3 className="text-m16 text-fg-2">{t('used')}</h3>
          <ul>{parts.map((part) => <li key={part.id} className="text-m18 break-words">{part.kind === 'returned' && `${t('back')}: `}{part.name}, <span className="num">{amount(part.quantity, part.unit)}</span></li>)}</ul>
        </div>
      )}
    </TabletPanel>
  )
}
