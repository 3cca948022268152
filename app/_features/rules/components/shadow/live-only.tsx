'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import type { ShadowView } from '../../prepare/shadow.ts'

/** LiveOnly names what only the version in force fired: what the watched one would have left out. */
export function LiveOnly({ view }: { readonly view: ShadowView }): ReactNode {
  const t = useTranslations('verdicts.shadow.firings')
  const locale = useLocale()
  const [, open] = useQueryState('firing')
  const rows = view.live.filter(({ agrees }) => !agrees)
  const version = view.liveVersion ?? 0
  return (
    <Panel title={t('onlyLive', { version })} bare>
      {rows.length === 0 ? <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('noneOnlyLive')}</p> : (
        <Table label={t('onlyLive', { version })}>
          <thead><tr><Th>{t('begins')}</Th><Th>{t('where')}</Th><Th><span className="sr-only">{t('chart')}</span></Th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Td className="whitespace-nowrap"><Timestamp at={row.from} style="short" className="num" /><span className="block text-12 text-fg-2">{row.to === null ? t('goesOn') : t('lasted', { age: formatAge(row.to - row.from, locale) })}</span></Td>
                <Td><span className="font-mid">{row.assetTag}</span><span className="block text-12 text-fg-2">{row.pointName}</span></Td>
                <Td className="text-end"><Button size="sm" aria-label={t('chartOf', { machine: row.assetTag })} onPress={() => { void open(row.id) }}>{t('chart')}</Button></Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
