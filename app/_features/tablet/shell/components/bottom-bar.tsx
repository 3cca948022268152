'use client'

import { ClipboardCheck, ClipboardList, Download, Flag, Scan, Send, Settings, UserRound, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '../../../../_ui/cx.ts'
import { Link } from '../router/link.tsx'
import { usePath } from '../router/path.ts'
import { routeOf } from '../router/routes.ts'

const SHOWN = 4

/** Every main action in the order of its weight; the first four that have a screen are shown. */
const ACTIONS = [
  { key: 'scan', path: '/m/scan', Icon: Scan },
  { key: 'report', path: '/m/report', Icon: Flag },
  { key: 'rounds', path: '/m/rounds', Icon: ClipboardCheck },
  { key: 'handOver', path: '/m/handover', Icon: UserRound },
  { key: 'work', path: '/m', Icon: ClipboardList },
  { key: 'outbox', path: '/m/outbox', Icon: Send },
  { key: 'settings', path: '/m/settings', Icon: Settings },
  { key: 'install', path: '/m/install', Icon: Download },
] as const satisfies readonly { readonly key: string; readonly path: string; readonly Icon: LucideIcon }[]

/** BottomBar holds the main actions where a thumb reaches them. */
export function BottomBar(): ReactNode {
  const t = useTranslations('tablet')
  const path = usePath()
  const shown = ACTIONS.filter((action) => routeOf(action.path) !== null).slice(0, SHOWN)
  return (
    <nav
      aria-label={t('main')}
      className="sticky bottom-0 z-20 border-t border-line bg-surface px-5 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] max-sm:px-2 max-sm:pt-2"
    >
      <div className="mx-auto grid max-w-[780px] auto-cols-fr grid-flow-col gap-2">
        {shown.map(({ key, path: to, Icon }) => (
          <Link
            key={key} href={to} aria-current={path === to ? 'page' : undefined}
            className={cx('frame flex min-h-(--act) min-w-0 flex-col items-center justify-center gap-1.5 rounded-[12px] bg-surface px-1 text-m16 font-mid text-fg no-underline active:bg-g4 max-sm:text-14', path === to && 'bg-g4')}
          >
            <Icon size={24} strokeWidth={1.7} aria-hidden />
            <span className="max-w-full text-center leading-tight hyphens-auto break-words">{t(`actions.${key}`)}</span>
          </Link>
        ))}
      </div>
    </nav>
  )
}
