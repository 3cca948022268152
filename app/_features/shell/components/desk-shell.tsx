'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { useOwnLanguage } from '../hooks/use-language.ts'
import { BottomBar } from './bottom-bar.tsx'
import { LiveProvider } from './live-provider.tsx'
import { Sidebar } from './sidebar.tsx'

/** DeskShell is the frame of the desk: menu at the side (or below on a phone), pages beside it, kept live. */
export function DeskShell({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useTranslations('shell')
  const { sites } = useMe()
  useOwnLanguage()
  return (
    <ZoneProvider timeZone={sites[0]?.timeZone ?? 'UTC'}>
      <LiveProvider>
        <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:inset-s-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2">{t('skip')}</a>
        <div className="grid min-h-dvh grid-cols-[200px_minmax(0,1fr)] max-lg:grid-cols-[56px_minmax(0,1fr)] max-md:grid-cols-[minmax(0,1fr)]">
          <Sidebar />
          <div className="min-w-0">{children}</div>
        </div>
        <BottomBar />
      </LiveProvider>
    </ZoneProvider>
  )
}
