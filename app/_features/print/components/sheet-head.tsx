'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import type { OrderCode, OrderView } from '../prepare/view.ts'
import { CodeSvg } from './code-svg.tsx'

const CODE_MM = 27

/** SheetHead begins every sheet of an order: which order, on which machine, and a code that opens it. */
export function SheetHead({ view, kind, code }: { readonly view: OrderView; readonly kind: string; readonly code: OrderCode }): ReactNode {
  const t = useTranslations('print')
  const words = useOrderWords()
  const { order, asset, site } = view
  return (
    <header className="flex items-start gap-[6mm]">
      <div className="min-w-0 flex-1">
        <p className="!mt-0 text-[11pt] font-mid">{kind} <b className="num">{order.number}</b></p>
        <h1>{words.title(order)}</h1>
        <p className="text-[11pt]"><b>{asset.tag}</b> {asset.name}</p>
        <p className="small">{[site.name, asset.className, t('criticality', { level: asset.criticality }), t('priority', { level: order.priority })].filter((text) => text !== null).join(' · ')}</p>
      </div>
      <figure className="w-[30mm] text-center">
        <CodeSvg picture={code.picture} text={code.text} width={CODE_MM} height={CODE_MM} />
        <figcaption className="small">{t('scan')}</figcaption>
      </figure>
    </header>
  )
}
