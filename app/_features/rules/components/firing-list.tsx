'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { RuleTrial } from '../hooks/use-try.ts'
import { listedFirings } from '../prepare/firings.ts'
import { lengthOf } from '../prepare/summary.ts'

/** FiringList names each firing of the trial: when, how long, how far; the newest first, with the number it has in the picture. */
export function FiringList({ trial }: { readonly trial: RuleTrial }): ReactNode {
  const t = useTranslations('rules.firings')
  const locale = useLocale()
  const { preview } = trial.draft
  if (preview === null) return null
  const { rows, left } = listedFirings(preview.firings)
  return (
    <Panel title={t('title')} bare>
      {rows.length === 0 ? <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p> : (
        <div className="max-h-[360px] overflow-y-auto" tabIndex={0} role="group" aria-label={t('title')}>
          <Table label={t('title')}>
            <thead><tr><Th>{t('begins')}</Th><Th number>{t('lasts')}</Th><Th number>{t('peak')}</Th></tr></thead>
            <tbody>
              {rows.map(({ number, firing }) => (
                <tr key={firing.from}>
                  <Td className="whitespace-nowrap"><span className="num me-2 text-fg-2">{number}</span><Timestamp at={firing.from} style="short" className="num" /></Td>
                  <Td number>{formatAge(lengthOf(firing, preview.toMs), locale)}{firing.to === null && <span className="block text-12 text-fg-2">{t('goesOn')}</span>}</Td>
                  <Td number>{preview.firingUnit !== null && <Value value={firing.peak} unit={preview.firingUnit} className="font-strong" />}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {left > 0 && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('more', { count: left })}</p>}
    </Panel>
  )
}
