import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** Why it is empty: nothing yet, or filtered to nothing. */
  readonly children: ReactNode
  /** The one thing that helps. */
  readonly action?: ReactNode
}

/** EmptyState says why there is nothing and offers one button. */
export function EmptyState({ children, action }: EmptyStateProps): ReactNode {
  return (
    <div className="rounded-lg border border-dashed border-g7 p-3.5 text-13 text-fg-2">
      <p className="max-w-[75ch]">{children}</p>
      {action !== undefined && <div className="mt-2.5">{action}</div>}
    </div>
  )
}
