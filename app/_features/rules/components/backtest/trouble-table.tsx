'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { Link } from '../../../../_ui/link.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { SIDES, type Report, type TroubleRow } from '../../prepare/backtest.ts'

interface TroubleTableProps {
  readonly report: Report
  readonly rows: readonly TroubleRow[]
  readonly sides: BacktestSides
}

/** TroubleTable names what is known to have been wrong, and whether and how early each definition would have told of it. */
export function TroubleTable({ report, rows, sides }: TroubleTableProps): ReactNode {
  const t = useTranslations('backtest.troubles')
  const words = useFigureWords()
  const orders = useOrderWords()
  const shown = SIDES.filter((side) => report[side] !== null)
  const tagOf = (assetId: string): string => report.machines.find((machine) => machine.id === assetId)?.tag ?? ''
  return (
    <Table label={t('title')}>
      <thead><tr><Th>{t('when')}</Th><Th>{t('where')}</Th><Th>{t('what')}</Th>{shown.map((side) => <Th key={side}>{sides.name(side)}</Th>)}</tr></thead>
      <tbody>
        {rows.map(({ trouble, ...of }) => (
          <tr key={trouble.orderId}>
            <Td className="whitespace-nowrap"><Timestamp at={trouble.failureAt ?? trouble.from} style="short" className="num" /></Td>
            <Td className="font-mid whitespace-nowrap">{tagOf(trouble.assetId)}</Td>
            <Td>
              {t(trouble.kind === 'failure' ? 'failure' : 'fault')}
              <span className="block text-12 text-fg-2"><Link href={`/work-orders/${trouble.orderNumber}`} className="touch inline-flex min-h-6 items-center">{trouble.orderNumber}</Link>{trouble.verdict !== null && <>{' '}{orders.verdict(trouble.verdict)}</>}</span>
            </Td>
            {shown.map((side) => {
              const found = of[side]
              return (
                <Td key={side}>
                  {found === null ? '' : t(`found.${found.found}`)}
                  {found !== null && found.firstAt !== null && (
                    <span className="block text-12 text-fg-2">{found.toFailureMs !== null ? t('toFailure', { lead: words.lead(found.toFailureMs) }) : found.toRepairMs !== null ? t('toRepair', { lead: words.lead(found.toRepairMs) }) : ''}</span>
                  )}
                </Td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
