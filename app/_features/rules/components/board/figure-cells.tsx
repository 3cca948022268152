'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ShareBar } from '../../../../_ui/charts/share-bar.tsx'
import { cx } from '../../../../_ui/cx.ts'
import { Td } from '../../../../_ui/table.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { SAID, type Figures, type Outcome } from '../../prepare/precision.ts'
import { FigureLink } from '../precision/figure-link.tsx'

interface FigureCellsProps {
  readonly figures: Figures
  /** Whose figures, for screen readers. */
  readonly name: string
  readonly currency: string
  /** Null where the orders have no list of their own. */
  readonly href: ((outcomes?: readonly Outcome[]) => string) | null
  readonly className?: string
}

/** FigureCells are the figures of one line of the board; every count opens its orders. */
export function FigureCells({ figures, name, currency, href, className = '' }: FigureCellsProps): ReactNode {
  const t = useTranslations('verdicts.board')
  const words = useFigureWords()
  const { cost } = figures
  const count = (number: number, label: string, outcomes: readonly Outcome[]): ReactNode =>
    href === null ? <span className="num">{number}</span> : <FigureLink count={number} label={`${name}, ${label}`} href={href(outcomes)} />
  return (
    <>
      <Td className={cx('max-md:hidden', className)}><ShareBar share={figures.precision} interval={figures.interval} /></Td>
      <Td number className={className}>{words.share(figures.precision)}<span className="block text-12 font-text text-fg-2">{words.range(figures.interval)}</span></Td>
      <Td number className={className}>{count(figures.n, t('n'), [...SAID.right, ...SAID.wrong])}</Td>
      <Td number className={className}>{count(figures.outcomes.unverified, t('column.unverified'), ['unverified'])}</Td>
      <Td number className={className}>
        {words.rate(figures.falsePerAssetMonth)}
        <span className="block text-12 font-text text-fg-2">{count(figures.falseCalls, t('calls'), SAID.wrong)} {t('calls')}</span>
      </Td>
      <Td number className={cx('max-lg:hidden', className)}>{words.lead(figures.toRepair.medianMs)}<span className="block text-12 font-text text-fg-2">{figures.toRepair.n > 0 && t('p10', { lead: words.lead(figures.toRepair.p10Ms) })}</span></Td>
      <Td number className={cx('max-lg:hidden', className)}>{cost.total === null ? words.hours(cost.labourMs) : words.money(cost.total, currency)}</Td>
    </>
  )
}
