'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HOLDS, type Hold } from '#server/core/alarms/state.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import type { AssetDetail } from '../prepare/points.ts'

const isHold = (held: string | null): held is Hold => HOLDS.some((known) => known === held)

/** AssetIncidents lists the machine's episodes: those that stand first, then the latest that ended. */
export function AssetIncidents({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('assets')
  const words = usePriorityWords()
  const now = useNow()
  const server = useServerWords()
  const modeOf = (code: string | null): string => {
    const mode = detail.class?.failureModes.find((one) => one.code === code)
    return mode === undefined ? code ?? '' : server.mode(mode)
  }
  return (
    <Panel title={<Term term="incident">{t('incidents')}</Term>} note={t('incidentsNote')} bare>
      {detail.incidents.length === 0 ? <div className="p-3.5"><EmptyState>{t('noIncidents')}</EmptyState></div> : (
        <Table label={t('incidents')}>
          <thead><tr><Th>{t('began')}</Th><Th>{t('rule')}</Th><Th>{t('mode')}</Th><Th number>{t('lasted')}</Th></tr></thead>
          <tbody>
            {detail.incidents.map((incident) => {
              const ended = incident.resolvedAt === null ? null : Date.parse(incident.resolvedAt)
              return (
                <tr key={incident.id}>
                  <Td className="whitespace-nowrap">
                    <span className="flex items-center gap-2">
                      <PriorityMark priority={incident.priority} quiet={ended !== null} size={16} label={words(incident.priority)} />
                      <Timestamp at={incident.openedAt} className="num" />
                    </span>
                  </Td>
                  <Td>
                    {incident.rule.name}
                    {isHold(incident.held) && <span className="block text-13 text-fg-2">{t(`held.${incident.held}`)}</span>}
                    {incident.happenedOffline && <span className="block text-13 text-fg-2">{t('offline')}</span>}
                  </Td>
                  <Td>{modeOf(incident.failureMode)}</Td>
                  <Td number>{ended === null ? <b>{t('stands')} <Age ms={now - Date.parse(incident.openedAt)} /></b> : <Age ms={ended - Date.parse(incident.openedAt)} />}</Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
