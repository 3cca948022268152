'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ISO_ZONES } from '#server/core/condition/iso-20816.ts'
import { formatLimit } from '../../../../_lib/format/numbers.ts'
import { Table, Td, Th } from '../../../../_ui/table.tsx'

const GROUPS = [1, 2] as const
const SUPPORTS = ['rigid', 'flexible'] as const
const BOUNDARIES = ['ab', 'bc', 'cd'] as const

/** IsoTable shows the zone boundaries of ISO 20816-3 by size and support of the machine, and what the standard needs to know of it. */
export function IsoTable(): ReactNode {
  const t = useTranslations('rules.measure.iso')
  const locale = useLocale()
  return (
    <div className="min-w-0">
      <Table label={t('table')}>
        <thead><tr><Th className="!ps-0">{t('machine')}</Th>{BOUNDARIES.map((boundary) => <Th key={boundary} number>{t(`boundary.${boundary}`)}</Th>)}</tr></thead>
        <tbody>
          {GROUPS.flatMap((group) => SUPPORTS.map((support) => (
            <tr key={`${group} ${support}`}>
              <Td className="!ps-0">{t(`group.${group}`)}, {t(`support.${support}`)}</Td>
              {BOUNDARIES.map((boundary) => <Td key={boundary} number>{formatLimit(ISO_ZONES[group][support][boundary], locale)}</Td>)}
            </tr>
          )))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-[75ch] text-12 text-fg-2">{t('needs')}</p>
    </div>
  )
}
