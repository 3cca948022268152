import type { ReactNode } from 'react'

interface EmptyProps {
  /** Left out where the screen's own title says it. */
  readonly title?: string
  readonly text: string
  /** The one next step. */
  readonly children: ReactNode
}

/** Empty says why there is nothing here, and gives one next step. */
export function Empty({ title, text, children }: EmptyProps): ReactNode {
  return (
    <section className="plate rounded-[14px] bg-surface px-6 py-6 max-sm:px-4">
      {title !== undefined && <h2 className="mb-1 text-m22 font-strong">{title}</h2>}
      <p className="max-w-[60ch] text-m18 text-fg-2">{text}</p>
      <div className="mt-5 grid">{children}</div>
    </section>
  )
}
