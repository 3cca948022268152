import type { ReactNode } from 'react'
import { Link } from '../../../../_ui/link.tsx'

interface FigureLinkProps {
  readonly count: number
  readonly href: string
  /** What is counted, for screen readers, which read links without what stands around them. */
  readonly label: string
}

/** FigureLink is a count that opens its orders; nothing opens from zero. */
export function FigureLink({ count, href, label }: FigureLinkProps): ReactNode {
  if (count === 0) return <span className="num inline-flex min-h-6 items-center text-fg-2">0</span>
  return <Link href={href} aria-label={`${label}: ${count}`} className="touch-square num inline-flex min-h-6 min-w-6 items-center justify-end">{count}</Link>
}
