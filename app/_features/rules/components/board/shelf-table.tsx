'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '../../../../_ui/link.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import type { BoardSort, Shelf } from '../../prepare/board.ts'
import { ordersHref, type BoardView } from '../../prepare/precision.ts'
import { RuleStateMark } from '../rule-state-mark.tsx'
import { FigureCells } from './figure-cells.tsx'
import { SortHead } from './sort-head.tsx'

interface ShelfTableProps {
  readonly shelf: Shelf
  readonly board: BoardView
  readonly sort: BoardSort
  readonly onSort: (sort: BoardSort) => void
}

const LAST = 'border-t border-line font-mid'

/** ShelfTable is one class of machines: its rules line by line, and what they come to together, where an order of several rules counts once. */
export function ShelfTable({ shelf, board, sort, onSort }: ShelfTableProps): ReactNode {
  const t = useTranslations('verdicts.board')
  const words = useFigureWords()
  const title = shelf.name ?? t('noClass')
  const currency = board.rate?.currency ?? 'XXX'
  const head = { sort, onSort }
  return (
    <Panel title={title} note={words.precision(shelf.figures)} bare>
      <Table label={t('tableOf', { name: title })}>
        <thead>
          <tr>
            <SortHead {...head} id="name" className="w-full" /><Th className="min-w-28">{t('state')}</Th>
            <Th className="max-md:hidden"><span className="sr-only">{t('interval')}</span></Th><SortHead {...head} id="precision" number className="min-w-28" />
            <Th number className="min-w-20">{t('n')}</Th><SortHead {...head} id="unverified" number className="min-w-24" /><SortHead {...head} id="false" number className="min-w-36" />
            <SortHead {...head} id="lead" number className="min-w-44 max-lg:hidden" /><SortHead {...head} id="cost" number className="min-w-36 max-lg:hidden" />
          </tr>
        </thead>
        <tbody>
          {shelf.rules.map((rule) => (
            <tr key={rule.id}>
              <Td className="min-w-40">
                <Link href={`/rules/${rule.id}?tab=precision&over=${board.days}`} plain className="touch inline-flex min-h-6 items-center font-mid !text-fg">{rule.name}</Link>
                {rule.assetTag !== null && <span className="block text-12 text-fg-2">{rule.assetTag}</span>}
              </Td>
              <Td><RuleStateMark state={rule.state} />{rule.version !== null && <span className="block text-12 text-fg-2">{t('version', { version: rule.version })}</span>}</Td>
              <FigureCells
                figures={rule.figures} name={rule.name} currency={currency}
                href={(outcomes) => ordersHref({ rule: rule.id, ...(outcomes === undefined ? {} : { outcomes }) }, board.window)}
              />
            </tr>
          ))}
          {shelf.rules.length > 1 && (
            <tr>
              <Td className={LAST} colSpan={2}>{t('together')}</Td>
              <FigureCells
                figures={shelf.figures} name={title} currency={currency} className={LAST}
                href={shelf.id === null ? null : (outcomes) => ordersHref({ class: shelf.id ?? '', ...(outcomes === undefined ? {} : { outcomes }) }, board.window)}
              />
            </tr>
          )}
        </tbody>
      </Table>
    </Panel>
  )
}
