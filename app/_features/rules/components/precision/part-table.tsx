'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ShareBar } from '../../../../_ui/charts/share-bar.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { SAID, type Figures, type Outcome } from '../../prepare/precision.ts'
import { FigureLink } from './figure-link.tsx'

/** Part is one row of the table: a version or a machine, and where its orders are. */
export interface Part {
  readonly id: string
  readonly name: ReactNode
  readonly label: string
  readonly figures: Figures
  readonly href: (outcomes?: readonly Outcome[]) => string
}

interface PartTableProps {
  readonly title: string
  readonly what: string
  readonly parts: readonly Part[]
}

/** PartTable tells the same figures of each version or machine. */
export function PartTable({ title, what, parts }: PartTableProps): ReactNode {
  const t = useTranslations('verdicts.part')
  const words = useFigureWords()
  if (parts.length === 0) return null
  const count = (part: Part, number: number, label: string, outcomes?: readonly Outcome[]): ReactNode =>
    <FigureLink count={number} label={`${part.label}, ${label}`} href={part.href(outcomes)} />
  return (
    <Panel title={title} bare>
      <Table label={title}>
        <thead>
          <tr><Th className="w-full">{what}</Th><Th className="max-sm:hidden"><span className="sr-only">{t('interval')}</span></Th><Th number>{t('precision')}</Th><Th number>{t('n')}</Th><Th number>{t('false')}</Th><Th number>{t('rate')}</Th><Th number>{t('unverified')}</Th></tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { figures } = part
            return (
              <tr key={part.id}>
                <Td>{part.name}</Td>
                <Td className="max-sm:hidden"><ShareBar share={figures.precision} interval={figures.interval} /></Td>
                <Td number>{words.share(figures.precision)}<span className="block text-12 text-fg-2">{words.range(figures.interval)}</span></Td>
                <Td number>{figures.n}</Td>
                <Td number>{count(part, figures.falseCalls, t('false'), SAID.wrong)}</Td>
                <Td number>{words.rate(figures.falsePerAssetMonth)}</Td>
                <Td number>{count(part, figures.outcomes.unverified, t('unverified'), ['unverified'])}</Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Panel>
  )
}
