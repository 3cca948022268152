import { useId, type ReactNode } from 'react'

interface Side {
  readonly label: string
  readonly value: ReactNode
  readonly action: ReactNode
}

interface BesideEachOtherProps {
  readonly title: string
  readonly text: string
  readonly left: Side
  readonly right: Side
}

/** BesideEachOther shows two versions of one thing side by side, one above the other where the screen is narrow, each with its own button. */
export function BesideEachOther({ title, text, left, right }: BesideEachOtherProps): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-m18 font-strong break-words">{title}</h3>
      <p className="mt-1 text-m16 text-fg-2">{text}</p>
      <div className="mt-3 grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {[left, right].map(({ label, value, action }) => (
          <div key={label} className="frame flex min-w-0 flex-col gap-3 rounded-[12px] bg-surface p-4">
            <div className="min-w-0 flex-1">
              <p className="text-m16 text-fg-2 break-words">{label}</p>
              <div className="mt-1 text-m18 whitespace-pre-line break-words">{value}</div>
            </div>
            {action}
          </div>
        ))}
      </div>
    </section>
  )
}
