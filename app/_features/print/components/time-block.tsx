'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import type { OrderView } from '../prepare/view.ts'

const FREE = 3

/** TimeBlock lists who worked when, with room for more. */
export function TimeBlock({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const at = (iso: string | null): string => (iso === null ? '' : formatMoment(Date.parse(iso), 'short', locale, view.site.timeZone))
  return (
    <section className="whole">
      <h2>{t('people')}</h2>
      <table>
        <colgroup><col /><col style={{ width: '38mm' }} /><col style={{ width: '38mm' }} /></colgroup>
        <thead><tr><th>{t('name')}</th><th>{t('began')}</th><th>{t('ended')}</th></tr></thead>
        <tbody>
          {view.labour.entries.map((entry) => <tr key={entry.id}><td>{entry.person.name}</td><td className="num">{at(entry.startedAt)}</td><td className="num">{at(entry.endedAt)}</td></tr>)}
          {Array.from({ length: FREE }, (_, line) => <tr key={line} aria-hidden className="free"><td>{' '}</td><td /><td /></tr>)}
        </tbody>
      </table>
    </section>
  )
}
