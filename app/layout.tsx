import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from './_lib/providers.tsx'
import { NowProvider } from './_lib/time/now.tsx'
import { readTheme, systemThemeScript, THEME_COOKIE } from './_lib/theme/theme.ts'
import './globals.css'

/** metadata names the app in the browser's tab. */
export const metadata: Metadata = { title: { default: 'Millwright', template: '%s · Millwright' }, applicationName: 'Millwright' }

/** viewport lets the page use the whole screen and be zoomed. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** RootLayout sets language, theme and what every page needs; the theme is right before the first paint. */
export default async function RootLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  const locale = await getLocale()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const nonce = (await headers()).get('x-nonce')
  return (
    // The script may set the theme before React looks at this element.
    <html lang={locale} data-theme={theme === 'system' ? 'light' : theme} suppressHydrationWarning>
      <body>
        {theme === 'system' && (
          <script {...(nonce === null ? {} : { nonce })} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: systemThemeScript }} />
        )}
        <NextIntlClientProvider>
          <NowProvider start={Date.now()}>
            <Providers locale={locale}>{children}</Providers>
          </NowProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
