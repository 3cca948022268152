import { useId, type ReactNode } from 'react'

/** TabletPanel is one subject of a screen, with its title. */
export function TabletPanel({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id} className="plate mt-4 rounded-[14px] bg-surface px-6 py-5 first:mt-0 max-sm:px-4">
      <h2 id={id} className="mb-3 text-m22 font-strong">{title}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
    </section>
  )
}
