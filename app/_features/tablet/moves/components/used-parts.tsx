'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'

/** UsedParts are the parts that were taken for an order, each of which can be put back; nothing where none was. */
export function UsedParts({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletMoves.parts')
  const act = useAct()
  const { parts, allowed } = seen
  if (parts.length === 0) return null
  return (
    <div className="mt-4">
      <TabletPanel title={t('used')}>
        <ul className="grid gap-3">
          {parts.map(({ id, kind, name, number, quantity, unit }) => {
            const amount = [quantity, unit].filter(Boolean).join(' ')
            return (
              <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line pt-3 first:border-t-0 first:pt-0">
                <span className="min-w-0 flex-1 basis-40 text-m18 break-words">{kind === 'returned' && `${t('wasPutBack')}: `}{name}<span className="block num text-m16 text-fg-2">{[number, amount].filter(Boolean).join(', ')}</span></span>
                {kind === 'taken' && allowed.includes('returnPart') && <BigButton aria-label={t('putBackOf', { part: name, amount })} onClick={() => { void act(seen, 'returnPart', { useId: id, quantity }) }}>{t('putBack')}</BigButton>}
              </li>
            )
          })}
        </ul>
      </TabletPanel>
    </div>
  )
}
