'use client'

import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { BrandMark } from '../../../_ui/brand.tsx'
import { cx } from '../../../_ui/cx.ts'
import { LinkPending } from '../../../_ui/link-pending.tsx'
import { useNewAlarms } from '../hooks/use-new-alarms.ts'
import { useOpenOrders } from '../hooks/use-open-orders.ts'
import { isCurrent, navFor, type NavItem } from '../prepare/nav.ts'
import { NavIcon } from './nav-icon.tsx'
import { UserMenu } from './user-menu.tsx'

/** Sidebar is the main menu: 200 px wide, a rail of 56 px up to 1100 px, and not there on a phone. */
export function Sidebar(): ReactNode {
  const t = useTranslations('shell')
  const { permissions } = useMe()
  const items = navFor(permissions)
  return (
    <div className="sticky top-0 flex h-dvh flex-col border-e border-line px-2 pb-2 max-md:hidden">
      <div className="flex h-12 shrink-0 items-center gap-[9px] px-2 text-15 font-strong max-lg:justify-center max-lg:px-0">
        <BrandMark />
        <span className="max-lg:sr-only">{t('brand')}</span>
      </div>
      <nav aria-label={t('main')} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <ul className="flex flex-1 flex-col">
          {items.filter((item) => !item.foot).map((item) => <Place key={item.key} item={item} />)}
          <li className="flex-1" aria-hidden />
          {items.filter((item) => item.foot).map((item) => <Place key={item.key} item={item} />)}
        </ul>
      </nav>
      <div className="mt-2 border-t border-line pt-1"><UserMenu /></div>
    </div>
  )
}

function Place({ item }: { readonly item: NavItem }): ReactNode {
  const t = useTranslations('shell')
  const current = isCurrent(item, usePathname())
  const open = useOpenOrders()
  const unseen = useNewAlarms()
  const count = item.key === 'workOrders' ? open : item.key === 'alarms' ? unseen : null
  return (
    <li>
      <NextLink
        href={item.href} aria-current={current ? 'page' : undefined}
        className={cx(
          'touch relative flex h-8 items-center gap-2.5 rounded-md px-2 text-13 font-mid no-underline focus-visible:-outline-offset-2',
          'max-lg:h-9 max-lg:justify-center max-lg:px-0', current ? 'bg-g4 text-fg' : 'text-fg-2 hover:bg-g3',
        )}
      >
        <NavIcon place={item.key} />
        <span className="max-lg:sr-only">{t(`nav.${item.key}`)}</span>
        <LinkPending className="absolute top-1.5 inset-s-1.5 lg:top-auto lg:inset-e-2 lg:inset-s-auto" />
        {count !== null && count > 0 && (
          <span className="num ms-auto text-12 font-text max-lg:absolute max-lg:top-0 max-lg:inset-e-0.5 max-lg:text-11">
            <span aria-hidden>{count}</span><span className="sr-only">{t(item.key === 'alarms' ? 'newAlarms' : 'openOrders', { count })}</span>
          </span>
        )}
      </NextLink>
    </li>
  )
}
