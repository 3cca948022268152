'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { usePerson } from '../../../../_lib/tablet/hooks/use-person.ts'
import { useSync } from '../../../../_lib/tablet/hooks/use-sync.ts'
import { useLocaleChoice } from '../hooks/use-locale-choice.ts'
import { usePrefs } from '../hooks/use-prefs.ts'
import { watchInstallOffer } from '../install-offer.ts'
import { useThemeColor } from '../hooks/use-theme-color.ts'
import { useNewVersions } from '../hooks/use-worker.ts'
import { TabletContext, type Build } from '../tablet-context.ts'
import { useSyncState } from '../sync-state.ts'
import { EmptyShell } from './empty-shell.tsx'
import { Frame } from './frame.tsx'
import { WithoutWords } from './without-words.tsx'

watchInstallOffer()

/** TabletApp is the technician's app: one client-rendered application, the same for every address below /m, that needs the server for nothing it shows. */
export function TabletApp({ build }: { readonly build: Build }): ReactNode {
  const { words, failed, choose } = useLocaleChoice()
  const sync = useSyncState()
  const person = usePerson()
  const [{ device }] = usePrefs()
  useSync(device)
  useNewVersions(sync)
  useThemeColor()
  if (words === null) return failed ? <WithoutWords /> : <EmptyShell />
  return (
    <NextIntlClientProvider locale={words.locale} messages={words.messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <TabletContext value={{ build, chooseLocale: choose }}>
        <Frame sync={sync} person={person} />
      </TabletContext>
    </NextIntlClientProvider>
  )
}
