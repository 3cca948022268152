'use client'

import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx.ts'

/** Table is a plain data table: hairlines, numbers right and tabular; when it does not fit it scrolls sideways, by keys too. */
export function Table({ label, className, children }: { readonly label: string; readonly className?: string; readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const size = new ResizeObserver(() => { setScrolls(element.scrollWidth > element.clientWidth) })
    size.observe(element)
    // The table may grow in a frame that does not: when its font arrives, or a longer row.
    for (const content of element.children) size.observe(content)
    return () => { size.disconnect() }
  }, [])
  return (
    <div ref={place} className="relative overflow-x-auto" {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}>
      <table aria-label={label} className={cx('w-full border-collapse text-13', className)}>{children}</table>
    </div>
  )
}

// Figures line up at their last digit, and are written from left to right in every language.
// eslint-disable-next-line no-restricted-syntax -- the right side is meant here, not the end of the line
const FIGURES = 'text-right'

/** Th is a column's head; number columns stand right. */
export function Th({ number = false, className, ...rest }: ComponentProps<'th'> & { readonly number?: boolean }): ReactNode {
  return (
    <th
      scope="col" {...rest}
      className={cx('border-b border-line px-2.5 py-[7px] text-12 font-text whitespace-nowrap text-fg-2 first:ps-3.5 last:pe-3.5', number ? FIGURES : 'text-start', className)}
    />
  )
}

/** Td is one cell; number cells stand right with tabular figures. */
export function Td({ number = false, className, ...rest }: ComponentProps<'td'> & { readonly number?: boolean }): ReactNode {
  return (
    <td
      {...rest}
      className={cx('border-b border-line-soft px-2.5 py-[7px] align-middle first:ps-3.5 last:pe-3.5 in-[tr:last-child]:border-b-0', number && `num ${FIGURES} whitespace-nowrap`, className)}
    />
  )
}
