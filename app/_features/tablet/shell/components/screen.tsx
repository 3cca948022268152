'use client'

import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { goBack } from '../router/path.ts'

interface TabletScreenProps {
  readonly title: string
  /** What stands at the end of the title's line, such as a time. */
  readonly aside?: ReactNode
  /** Where the way back leads when the screen was opened from outside; without it there is no way back, as on the first screen. */
  readonly backTo?: string
  readonly children: ReactNode
}

/** TabletScreen is one screen: its title with the way back, and what it shows. The title takes the focus, so that a screen reader says where one is. */
export function TabletScreen({ title, aside, backTo, children }: TabletScreenProps): ReactNode {
  const t = useTranslations('tablet')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus({ preventScroll: true }) }, [])
  useEffect(() => { document.title = `${title} · Millwright` }, [title])
  return (
    <div className="mx-auto w-full max-w-[820px] px-5 pb-5 max-sm:px-4">
      <div className="flex min-h-16 items-center gap-2">
        {backTo !== undefined && (
          <button type="button" aria-label={t('back')} onClick={() => { goBack(backTo) }} className="-ms-3 grid size-14 shrink-0 cursor-pointer place-items-center rounded-[12px] active:bg-g4">
            <ChevronLeft size={28} strokeWidth={1.7} aria-hidden className="rtl:-scale-x-100" />
          </button>
        )}
        <h1 ref={heading} tabIndex={-1} className="min-w-0 text-m22 font-strong break-words focus-visible:outline-none">{title}</h1>
        {aside !== undefined && <div className="ms-auto shrink-0 text-m18 text-fg-2">{aside}</div>}
      </div>
      {children}
    </div>
  )
}
