'use client'

import { useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { RouterProvider } from 'react-aria-components'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { ApiProvider } from './trpc/client.tsx'

/** Providers wire what every page needs in the browser: server calls, addresses as state, language and links of the components, toasts. */
export function Providers({ locale, children }: { readonly locale: string; readonly children: ReactNode }): ReactNode {
  const router = useRouter()
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href) => { router.push(href) }}>
        <NuqsAdapter>
          <ApiProvider>{children}</ApiProvider>
          <Toaster
            position="bottom-center" gap={8} style={{ fontFamily: 'var(--font)' }}
            toastOptions={{
              unstyled: true,
              classNames: {
                toast: 'flex w-(--width) items-center gap-2.5 rounded-lg bg-g12 px-3 py-2.5 text-13 text-g1',
                actionButton: 'touch ms-auto font-strong underline underline-offset-3 whitespace-nowrap',
                content: 'min-w-0',
              },
            }}
          />
        </NuqsAdapter>
      </RouterProvider>
    </I18nProvider>
  )
}
