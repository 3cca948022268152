import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from './providers.tsx'
import { NowProvider } from './time/now.tsx'

/** PageProviders give server-rendered pages their words, the time and the wiring of the browser; the tablet, which carries neither, has its own. */
export async function PageProviders({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  return (
    <NextIntlClientProvider>
      <NowProvider start={Date.now()}>
        <Providers locale={await getLocale()}>{children}</Providers>
      </NowProvider>
    </NextIntlClientProvider>
  )
}
