'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatLimit } from '../../../_lib/format/numbers.ts'
import type { OrderView } from '../prepare/view.ts'
import { Tick } from './writing.tsx'

/** PartsBlock lists what to take along and what was used, with room for more. */
export function PartsBlock({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const amount = (quantity: string, unit: string | null): string => [formatLimit(Number(quantity), locale), unit].filter(Boolean).join(' ')
  const rows = [
    ...view.kit.map((part) => ({ id: part.id, name: part.name, number: part.number, planned: amount(part.quantity, part.unit), used: '' })),
    ...view.parts.map((part) => ({ id: part.id, name: part.name, number: part.number, planned: '', used: `${part.kind === 'returned' ? `${t('back')} ` : ''}${amount(part.quantity, part.unit)}` })),
  ]
  const free = rows.length === 0 ? 3 : 2
  return (
    <section>
      <h2>{t('parts')}</h2>
      <table>
        <colgroup><col style={{ width: '8mm' }} /><col /><col style={{ width: '34mm' }} /><col style={{ width: '24mm' }} /><col style={{ width: '24mm' }} /></colgroup>
        <thead><tr><th aria-label={t('taken')} /><th>{t('part')}</th><th>{t('number')}</th><th>{t('planned')}</th><th>{t('used')}</th></tr></thead>
        <tbody>
          {rows.map((part) => <tr key={part.id}><td><Tick /></td><td>{part.name}</td><td>{part.number}</td><td className="num">{part.planned}</td><td className="num">{part.used}</td></tr>)}
          {Array.from({ length: free }, (_, line) => <tr key={line} aria-hidden className="free"><td><Tick /></td><td /><td /><td /><td /></tr>)}
        </tbody>
      </table>
    </section>
  )
}
