'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { cx } from '../../../../_ui/cx.ts'

interface StepProps {
  readonly number: number
  readonly title: string
  readonly isOpen: boolean
  /** What was said here, in a few words, while the step is closed. */
  readonly summary?: ReactNode
  /** Opens it again; left out while it cannot be. */
  readonly onOpen?: (() => void) | undefined
  readonly last?: boolean
  /** Set where something else on the page wants the focus when this opens. */
  readonly keepFocus?: boolean
  readonly children: ReactNode
}

/** Step is one of the numbered steps of a set-up: open with its fields, or closed with what was said. A step that opens takes the focus. */
export function Step({ number, title, isOpen, summary, onOpen, last = false, keepFocus = false, children }: StepProps): ReactNode {
  const t = useTranslations('setup')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const was = useRef(isOpen)
  useEffect(() => {
    if (isOpen && !was.current && !keepFocus) heading.current?.focus()
    was.current = isOpen
  }, [isOpen, keepFocus])
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 max-sm:gap-x-2.5">
      <div className="flex flex-col items-center">
        <span aria-hidden className={cx('num grid size-6 place-items-center rounded-pill text-12 font-strong', isOpen ? 'bg-g12 text-g1' : 'bg-g4 text-fg')}>{number}</span>
        {!last && <span aria-hidden className="w-px flex-1 bg-line" />}
      </div>
      <section aria-labelledby={id} className={cx('min-w-0', !last && 'pb-6')}>
        <div className="flex min-h-6 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 ref={heading} id={id} tabIndex={-1} aria-current={isOpen ? 'step' : undefined} className="rounded-sm text-15 font-strong outline-none">{title}</h2>
          {!isOpen && summary !== undefined && <span className="min-w-0 text-13 break-words text-fg-2">{summary}</span>}
          {!isOpen && onOpen !== undefined && <Button size="sm" variant="quiet" className="pointer-coarse:-my-3" aria-label={t('changeStep', { step: title })} onPress={onOpen}>{t('change')}</Button>}
        </div>
        {isOpen && <div className="mt-3">{children}</div>}
      </section>
    </li>
  )
}
