import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'

interface PanelProps {
  readonly title: ReactNode
  /** A short remark beside the title, in second text. */
  readonly note?: ReactNode
  /** Controls or a figure at the right end of the header. */
  readonly aside?: ReactNode
  /** Set on the one panel that asks for an action: a stronger frame. */
  readonly strong?: boolean
  /** Set when the content brings its own padding (tables, charts). */
  readonly bare?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Panel is one surface with a 40 px header: one step of grey and a hairline, no shadow. */
export function Panel({ title, note, aside, strong = false, bare = false, className, children }: PanelProps): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cx('min-w-0 rounded-lg border bg-surface', strong ? 'border-g8' : 'border-line', className)}>
      <header className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line-soft px-3.5 py-1">
        <h2 id={id} className="text-14 font-strong">{title}</h2>
        {note !== undefined && <span className="min-w-0 text-12 text-fg-2">{note}</span>}
        {aside !== undefined && <div className="ms-auto flex flex-wrap items-center justify-end gap-2 text-12 text-fg-2">{aside}</div>}
      </header>
      <div className={bare ? undefined : 'px-3.5 py-3'}>{children}</div>
    </section>
  )
}
