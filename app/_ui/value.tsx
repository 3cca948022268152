'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { formatLimit, formatNumber } from '../_lib/format/numbers.ts'
import { unitLabel } from '../_lib/format/units.ts'
import { cx } from './cx.ts'

interface ValueProps {
  readonly value: number
  /** UCUM code. */
  readonly unit: string
  /** Set for a limit, which is written as somebody typed it. */
  readonly limit?: boolean
  readonly className?: string
}

/** Value is a number with its unit, never parted by a line break and never turned about in a language written from right to left. */
export function Value({ value, unit, limit = false, className }: ValueProps): ReactNode {
  const locale = useLocale()
  const shown = unitLabel(unit)
  return (
    <bdi dir="ltr" className={cx('num whitespace-nowrap', className)}>
      {limit ? formatLimit(value, locale) : formatNumber(value, locale)}{shown !== '' && <>{' '}{shown}</>}
    </bdi>
  )
}
