'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { PAPERS } from '#server/core/labels/sheet.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Select } from '../../../_ui/select.tsx'
import type { OrderCode } from '../prepare/view.ts'
import { ChecklistSheet } from './checklist-sheet.tsx'
import { IsolationSheet } from './isolation-sheet.tsx'
import { OrderSheet } from './order-sheet.tsx'
import { PrintFrame } from './print-frame.tsx'

const SHEETS = ['order', 'checklist', 'safety'] as const
const CHOICES = { sheet: parseAsStringLiteral(SHEETS).withDefault('order'), paper: parseAsStringLiteral(PAPERS).withDefault('a4') }

/** OrderSheetsPage shows an order as it comes out on paper: the order, its checklist, or its isolation and permits. */
export function OrderSheetsPage({ number, code }: { readonly number: string; readonly code: OrderCode }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const trpc = useTRPC()
  const { data: view } = useSuspenseQuery(trpc.workOrders.get.queryOptions({ id: number }))
  const { data: safety } = useSuspenseQuery(trpc.isolation.forOrder.queryOptions({ orderId: view.order.id }))
  const [{ sheet, paper }, set] = useQueryStates(CHOICES)
  const { name } = useMe()
  const printed = formatMoment(useNow(), 'full', locale, view.site.timeZone)
  return (
    <PrintFrame
      title={t('titleOf', { number: view.order.number })} back={{ href: `/work-orders/${view.order.number}`, label: t('toOrder') }} paper={paper} onPaper={(next) => { void set({ paper: next }) }}
      text={{ head: `${t(`kinds.${sheet}`)} ${view.order.number} · ${view.asset.tag}`, foot: t('printed', { at: printed, name }) }}
      choices={(
        <Select
          label={t('which')} value={sheet} className="w-60" choices={SHEETS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          onChange={(id) => { void set({ sheet: SHEETS.find((one) => one === id) ?? null }) }}
        />
      )}
    >
      <article aria-label={t(`kinds.${sheet}`)} className="sheet flow">
        {sheet === 'order' ? <OrderSheet view={view} safety={safety} code={code} /> : sheet === 'checklist' ? <ChecklistSheet view={view} code={code} /> : <IsolationSheet view={view} safety={safety} code={code} />}
      </article>
    </PrintFrame>
  )
}
