'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { Report } from '../prepare/view.ts'
import { AlarmName } from './alarm-name.tsx'

/** BadActors lists the alarms that came most often, with their share of all: what to put right first. */
export function BadActors({ report: { badActors }, onChoose }: { readonly report: Report; readonly onChoose: (id: string) => void }): ReactNode {
  const t = useTranslations('alarms.report')
  const locale = useLocale()
  const share = (value: number): string => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  return (
    <Panel title={<Term term="badActor">{t('actors')}</Term>} note={t('actorsNote')} bare>
      {badActors.length === 0 ? <div className="p-3.5"><EmptyState>{t('noActors')}</EmptyState></div> : (
        <Table label={t('actors')}>
          <thead><tr><Th>{t('alarm')}</Th><Th number>{t('times')}</Th><Th number>{t('share')}</Th><Th className="w-1/4 max-sm:hidden"><span className="sr-only">{t('share')}</span></Th></tr></thead>
          <tbody>
            {badActors.map((actor) => (
              <tr key={actor.incidentId}>
                <Td><AlarmName alarm={actor} id={actor.incidentId} onChoose={onChoose} /></Td>
                <Td number>{actor.activations}</Td>
                <Td number>{share(actor.share)}</Td>
                <Td className="max-sm:hidden"><span aria-hidden className="block h-2 bg-g8" style={{ width: `${actor.share * 100}%` }} /></Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
