'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useAlarmActions } from '../hooks/use-alarm-actions.ts'
import type { Held } from '../prepare/view.ts'

/** OutagePanel lists what is out of service, under which order, why and by whom; one whose order has ended is said to be so. */
export function OutagePanel({ outages }: { readonly outages: Held['outages'] }): ReactNode {
  const t = useTranslations('alarms.held')
  const why = useTranslations('alarms.why')
  const { returnToService, isEnding } = useAlarmActions()
  const what = ({ pointName, ruleName }: Held['outages'][number]): string => (pointName === null ? why('theRule', { name: ruleName ?? '' }) : why('point', { name: pointName }))
  return (
    <Panel title={<Term term="outOfService">{t('outages')}</Term>} note={t('outagesNote')} bare>
      {outages.length === 0 ? <div className="p-3.5"><EmptyState>{t('noOutages')}</EmptyState></div> : (
        <Table label={t('outages')}>
          <thead><tr><Th>{t('machine')}</Th><Th>{t('why')}</Th><Th>{t('order')}</Th><Th>{t('by')}</Th><Th><span className="sr-only">{t('return')}</span></Th></tr></thead>
          <tbody>
            {outages.map((outage) => (
              <tr key={outage.id}>
                <Td><b className="font-strong">{outage.asset.tag}</b> {what(outage)}</Td>
                <Td>{outage.reason}</Td>
                <Td className="whitespace-nowrap">
                  <Link href={`/work-orders/${outage.order.number}`} className="num">{outage.order.number}</Link>
                  {isEnded(outage.order.status as WorkOrderStatus) && <b className="block text-12">{t('orderEnded')}</b>}
                </Td>
                <Td className="whitespace-nowrap">{outage.by}, <Timestamp at={outage.at} className="num" /></Td>
                <Td className="text-end">
                  {outage.mayEnd && (
                    <Button size="sm" isDisabled={isEnding} aria-label={t('returnOf', { what: what(outage), machine: outage.asset.tag })} onPress={() => { returnToService(outage.id) }}>{t('return')}</Button>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
