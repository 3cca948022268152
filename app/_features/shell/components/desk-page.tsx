import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '../../../_ui/link.tsx'
import { Bell } from './bell.tsx'
import { CallBanner } from './call-banner.tsx'
import { Find } from './find.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { SiteClock } from './site-clock.tsx'

/** Crumb is one step of the way to this page; the last has no address. */
export interface Crumb {
  readonly label: string
  readonly href?: string
}

/** DeskPage is one page of the desk: the top bar with the way here, and the content. */
export function DeskPage({ crumbs, children }: { readonly crumbs: readonly Crumb[]; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <header className="sticky top-0 z-20 flex h-12 min-w-0 items-center gap-4 border-b border-line bg-canvas px-6 max-md:gap-2.5 max-md:px-4 pointer-coarse:h-14">
        <ol className="flex min-w-0 flex-1 items-center gap-[7px] text-13 text-fg-2">
          {crumbs.map((crumb, index) => {
            const last = index === crumbs.length - 1
            return (
              <li key={`${index} ${crumb.label}`} className={last ? 'flex min-w-0 items-center gap-[7px]' : 'flex shrink-0 items-center gap-[7px] max-sm:hidden'}>
                {index > 0 && <ChevronRight size={12} strokeWidth={1.5} aria-hidden className="text-g8 max-sm:hidden rtl:-scale-x-100" />}
                {crumb.href === undefined || last
                  ? <span className={last ? 'truncate font-strong text-fg' : 'truncate'} aria-current={last ? 'page' : undefined}>{crumb.label}</span>
                  : <Link href={crumb.href} plain className="touch inline-flex min-h-6 items-center !text-fg-2">{crumb.label}</Link>}
              </li>
            )
          })}
        </ol>
        <Find />
        <Bell />
        <LiveIndicator />
        <SiteClock />
      </header>
      <CallBanner />
      <main id="content" tabIndex={-1} className="min-w-0 px-6 pt-[18px] pb-8 outline-none max-md:px-4 max-md:pb-24">{children}</main>
    </>
  )
}
