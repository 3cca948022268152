'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatSince } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { figuresOf } from '../prepare/rate.ts'
import type { Report } from '../prepare/view.ts'

/** Figures set a period's alarms against the figures of the standards, each with its source. */
export function Figures({ report }: { readonly report: Report }): ReactNode {
  const t = useTranslations('alarms.report')
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const number = (value: number, share: boolean): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...(share ? { style: 'percent' as const } : {}) }).format(value)
  const [busiest] = report.lines
  return (
    <Panel title={t('figures')} bare>
      <Table label={t('figures')}>
        <thead><tr><Th>{t('figure')}</Th><Th number>{t('here')}</Th><Th number>{t('aim')}</Th><Th>{t('source')}</Th></tr></thead>
        <tbody>
          {figuresOf(report).map(({ key, value, share, target, source, within }) => (
            <tr key={key}>
              <Td>{t(key)}{key === 'peak' && busiest !== undefined && <span className="block text-12 text-fg-2">{t('busiest', { line: busiest.name, at: formatSince(Date.parse(busiest.peakAt), now, locale, zone) })}</span>}</Td>
              <Td number>
                <span className="inline-flex items-center gap-1.5">
                  {within ? <Check size={14} strokeWidth={1.5} aria-hidden className="text-g9" /> : <TriangleAlert size={14} strokeWidth={1.5} aria-hidden />}
                  <b className={within ? 'font-text' : 'font-strong'}>{number(value, share)}</b><span className="sr-only">{t(within ? 'within' : 'beyond')}</span>
                </span>
              </Td>
              <Td number>{t('most', { value: number(target, share) })}</Td>
              <Td>{source}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('verify')}</p>
    </Panel>
  )
}
