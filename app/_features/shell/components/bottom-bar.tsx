'use client'

import { Ellipsis } from 'lucide-react'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useMe } from '../../../_lib/me/use-me.ts'
import { cx } from '../../../_ui/cx.ts'
import { Dialog } from '../../../_ui/dialog.tsx'
import { LinkPending } from '../../../_ui/link-pending.tsx'
import { isCurrent, navFor } from '../prepare/nav.ts'
import { NavIcon } from './nav-icon.tsx'
import { UserMenu } from './user-menu.tsx'

const SHOWN = 4
const cell = 'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-11 font-mid no-underline'

/** BottomBar is the main menu on a phone: the first four places and everything else behind "More". */
export function BottomBar(): ReactNode {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const { permissions } = useMe()
  const [open, setOpen] = useState(false)
  const items = navFor(permissions)
  return (
    <nav aria-label={t('main')} className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      {items.slice(0, SHOWN).map((item) => {
        const current = isCurrent(item, pathname)
        return (
          <NextLink key={item.key} href={item.href} aria-current={current ? 'page' : undefined} className={cx(cell, 'focus-visible:-outline-offset-2', current ? 'text-fg shadow-[inset_0_2px_0_var(--text)]' : 'text-fg-2')}>
            <span className="relative"><NavIcon place={item.key} size={20} /><LinkPending className="absolute -top-1 -inset-e-2" /></span>
            <span className="max-w-full truncate">{t(`nav.${item.key}`)}</span>
          </NextLink>
        )
      })}
      <Button className={cx(cell, 'text-fg-2 focus-visible:-outline-offset-2')} onPress={() => { setOpen(true) }}>
        <Ellipsis size={20} strokeWidth={1.5} aria-hidden />
        <span>{t('nav.more')}</span>
      </Button>
      <Dialog title={t('nav.more')} isOpen={open} onClose={() => { setOpen(false) }}>
        <ul className="mb-3 divide-y divide-line-soft">
          {[...items.slice(SHOWN).map((item) => ({ href: item.href, label: t(`nav.${item.key}`) })), { href: '/about', label: t('nav.about') }].map(({ href, label }) => (
            <li key={href}>
              <NextLink href={href} onClick={() => { setOpen(false) }} className="flex min-h-12 items-center text-14 text-fg no-underline">{label}</NextLink>
            </li>
          ))}
        </ul>
        <UserMenu />
      </Dialog>
    </nav>
  )
}
