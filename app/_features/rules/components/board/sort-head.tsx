'use client'

import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../../../_ui/cx.ts'
import { Th } from '../../../../_ui/table.tsx'
import type { BoardSort } from '../../prepare/board.ts'

interface SortHeadProps {
  readonly id: BoardSort
  readonly sort: BoardSort
  readonly onSort: (sort: BoardSort) => void
  readonly number?: boolean
  readonly className?: string
}

/** SortHead is a column's head that sorts the board by it, the worst first. */
export function SortHead({ id, sort, onSort, number = false, className }: SortHeadProps): ReactNode {
  const t = useTranslations('verdicts.board.column')
  const isOn = sort === id
  return (
    <Th number={number} aria-sort={isOn ? (id === 'name' ? 'ascending' : 'other') : 'none'} {...(className === undefined ? {} : { className })}>
      <Button onPress={() => { onSort(id) }} className={cx('touch inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm hover:text-fg', isOn && 'font-mid text-fg')}>
        {t(id)}{isOn && <ArrowDown size={12} strokeWidth={1.8} aria-hidden />}
      </Button>
    </Th>
  )
}
