import type { Metadata, Viewport } from 'next'
import { getLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { languageOf } from '#server/core/people/locales.ts'
import { readTheme, systemThemeScript, THEME_COOKIE } from './_lib/theme/theme.ts'
import './globals.css'

/** metadata names the app in the browser's tab. */
export const metadata: Metadata = { title: { default: 'Millwright', template: '%s · Millwright' }, applicationName: 'Millwright' }

/** viewport lets the page use the whole screen and be zoomed. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** RootLayout sets language and theme, right before the first paint. What a page needs beyond, its group brings: the tablet must not carry the desk. */
export default async function RootLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  const locale = await getLocale()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const nonce = (await headers()).get('x-nonce')
  return (
    // The script may set the theme before React looks at this element.
    <html lang={locale} dir={languageOf(locale).direction} data-theme={theme === 'system' ? 'light' : theme} suppressHydrationWarning>
      <body>
        {theme === 'system' && (
          <script {...(nonce === null ? {} : { nonce })} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: systemThemeScript }} />
        )}
        {children}
      </body>
    </html>
  )
}
