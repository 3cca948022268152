import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { beforePaint } from '../_features/tablet/index.ts'

/** metadata makes the tablet's pages an app that can be installed. */
export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
  appleWebApp: { capable: true, title: 'Millwright', statusBarStyle: 'default' },
}

/** viewport colours the browser's own bars like the app's. */
export const viewport: Viewport = {
  themeColor: [{ media: '(prefers-color-scheme: light)', color: '#fdfdfd' }, { media: '(prefers-color-scheme: dark)', color: '#16181b' }],
}

/** TabletLayout sets what must be right before the first paint; it carries nothing of the desk. */
export default async function TabletLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  const nonce = (await headers()).get('x-nonce')
  return (
    <>
      <script {...(nonce === null ? {} : { nonce })} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: beforePaint }} />
      {children}
    </>
  )
}
