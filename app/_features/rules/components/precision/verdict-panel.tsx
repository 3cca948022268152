'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { ShareBar } from '../../../../_ui/charts/share-bar.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Term } from '../../../../_ui/term.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { isFew, ordersHref, SAID, type PrecisionView } from '../../prepare/precision.ts'
import { FigureLink } from './figure-link.tsx'

const GROUPS = ['right', 'wrong', 'apart'] as const

/** VerdictPanel says how often the rule was right, how sure that is, and what became of every order it raised. */
export function VerdictPanel({ view }: { readonly view: PrecisionView }): ReactNode {
  const t = useTranslations('verdicts.right')
  const words = useFigureWords()
  const orders = useOrderWords()
  const { total, window, ruleId } = view
  return (
    <Panel title={t('title')} note={t('orders', { count: total.calls })} bare>
      <div className="grid gap-x-8 gap-y-4 px-3.5 py-3 md:grid-cols-[minmax(0,260px)_minmax(0,1fr)]">
        <div>
          <p className="text-12 text-fg-2"><Term term="precision" /></p>
          <p className="num text-28 leading-9 font-strong">{words.share(total.precision)}</p>
          <ShareBar share={total.precision} interval={total.interval} className="mt-1 h-4 w-full max-w-[260px]" />
          <p className="mt-1.5 text-13">{total.precision === null ? t('none') : t('between', { range: words.range(total.interval), verdicts: words.verdicts(total.n) })}</p>
          {isFew(total) && <p className="mt-1 text-12 text-fg-2">{t('few')}</p>}
        </div>
        <div className="-mx-3.5 md:mx-0">
          <Table label={t('table')}>
            <thead><tr><Th>{t('found')}</Th><Th>{t('counts')}</Th><Th number>{t('number')}</Th></tr></thead>
            <tbody>
              {GROUPS.flatMap((group) => SAID[group].map((outcome) => (
                <tr key={outcome}>
                  <Td>{orders.verdict(outcome)}</Td>
                  <Td className="text-fg-2">{t(`group.${group}`)}</Td>
                  <Td number><FigureLink count={total.outcomes[outcome]} label={orders.verdict(outcome)} href={ordersHref({ rule: ruleId, outcomes: [outcome] }, window)} /></Td>
                </tr>
              )))}
            </tbody>
          </Table>
          {total.duplicates > 0 && <p className="px-3.5 pt-1 text-12 text-fg-2">{t('duplicates', { count: total.duplicates })}</p>}
        </div>
      </div>
    </Panel>
  )
}
