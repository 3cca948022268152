'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { Value } from '../../../../_ui/value.tsx'
import type { ShadowActions } from '../../hooks/use-shadow-actions.ts'
import type { ShadowRow, ShadowView } from '../../prepare/shadow.ts'
import { Judge } from './judge.tsx'

interface FiringTableProps {
  readonly view: ShadowView
  readonly actions: ShadowActions
}

/** FiringTable names what the watched version would have raised: when, where, how far, whether the version in force did too, and whether it would have been right. */
export function FiringTable({ view, actions }: FiringTableProps): ReactNode {
  const t = useTranslations('verdicts.shadow.firings')
  const locale = useLocale()
  const [, open] = useQueryState('firing')
  const isBeside = view.liveVersion !== null
  const row = (firing: ShadowRow): ReactNode => (
    <tr key={firing.id}>
      <Td className="whitespace-nowrap"><Timestamp at={firing.from} style="short" className="num" /><span className="block text-12 text-fg-2">{firing.to === null ? t('goesOn') : t('lasted', { age: formatAge(firing.to - firing.from, locale) })}</span></Td>
      <Td><span className="font-mid">{firing.assetTag}</span><span className="block text-12 text-fg-2">{firing.pointName}</span></Td>
      <Td number>
        {firing.unit !== null && <Value value={firing.peak} unit={firing.unit} className="font-strong" />}
        {firing.unit !== null && firing.limit !== null && <span className="block text-12 text-fg-2">{t('limit')} <Value value={firing.limit} unit={firing.unit} limit /></span>}
      </Td>
      {isBeside && <Td className="text-fg-2">{firing.agrees === true ? t('both') : t('onlyShadow')}</Td>}
      <Td>{firing.suppressed ? <span className="text-12 text-fg-2">{t('suppressed')}</span> : <Judge firing={firing} onAnswer={(answer) => actions.judge(firing.id, answer)} />}</Td>
      <Td className="text-end"><Button size="sm" aria-label={t('chartOf', { machine: firing.assetTag })} onPress={() => { void open(firing.id) }}>{t('chart')}</Button></Td>
    </tr>
  )
  return (
    <Panel title={t('title')} note={t('note')} bare>
      {view.firings.length === 0 ? <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p> : (
        <Table label={t('title')}>
          <thead><tr><Th>{t('begins')}</Th><Th>{t('where')}</Th><Th number>{t('peak')}</Th>{isBeside && <Th>{t('inForce', { version: view.liveVersion ?? 0 })}</Th>}<Th>{t('verdict')}</Th><Th><span className="sr-only">{t('chart')}</span></Th></tr></thead>
          <tbody>{view.firings.map(row)}</tbody>
        </Table>
      )}
    </Panel>
  )
}
