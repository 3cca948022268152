'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { OrderView, TrendEvidence } from '../prepare/view.ts'

interface SimilarCasesProps {
  readonly similar: TrendEvidence['similar']
  /** The unit of their peaks (UCUM) where they do not say it themselves; null for no number. */
  readonly unit: string | null
  readonly view: OrderView
}

/** SimilarCases lists earlier orders of the same machine and failure mode, also those where nothing was found. */
export function SimilarCases({ similar, unit, view }: SimilarCasesProps): ReactNode {
  const t = useTranslations('workOrder.similar')
  const words = useOrderWords()
  const server = useServerWords()
  if (similar.length === 0) return null
  const item = (code: string | null): string => view.choices.items.find((one) => one.code === code)?.name ?? code ?? ''
  const mode = view.choices.mode === null ? view.order.failureMode : server.mode(view.choices.mode)
  return (
    <Panel title={t('title')} note={[view.asset.tag, mode].filter(Boolean).join(', ')} bare>
      <Table label={t('title')}>
        <thead><tr><Th>{t('order')}</Th><Th>{t('closed')}</Th><Th>{t('item')}</Th><Th>{t('activity')}</Th><Th number>{t('peak')}</Th><Th>{t('verdict')}</Th></tr></thead>
        <tbody>
          {similar.map((one) => ({ ...one, unit: one.unit === undefined ? unit : one.unit })).map((one) => (
            <tr key={one.number}>
              <Td><Link plain href={`/work-orders/${one.number}`} className="touch inline-flex min-h-6 items-center whitespace-nowrap">{one.number}</Link></Td>
              <Td className="num whitespace-nowrap">{one.closedAt !== null && <Timestamp at={one.closedAt} style="day" />}</Td>
              <Td>{item(one.itemCode)}</Td>
              <Td>{one.activityCode !== null && words.activity(one.activityCode)}</Td>
              <Td number>{one.peak !== null && one.unit !== null && <Value value={one.peak} unit={one.unit} />}</Td>
              <Td>{one.verdict !== null && words.verdict(one.verdict)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
