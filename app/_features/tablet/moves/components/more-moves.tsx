'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { FactMoves } from '../../facts/components/fact-moves.tsx'
import { BigButton } from '../../shell/components/big-button.tsx'
import { OrderMoves } from './order-moves.tsx'

/** MoreMoves keeps what is rarely done with an order behind one button, so that its screen stays calm. */
export function MoreMoves({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletMoves')
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <BigButton aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open) }}><Ellipsis size={24} strokeWidth={1.7} aria-hidden />{t('more')}</BigButton>
      <div id={id} hidden={!open} className="grid gap-2 sm:grid-cols-2">{open && <><FactMoves seen={seen} /><OrderMoves seen={seen} /></>}</div>
    </>
  )
}
