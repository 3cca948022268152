'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../_ui/button.tsx'

/** DeskError stands in for a page that failed, with a way to try again; the menu stays. */
export default function DeskError({ reset }: { readonly reset: () => void }): ReactNode {
  const t = useTranslations('common')
  return (
    <main className="mx-auto max-w-[480px] px-4 py-16">
      <h1 className="text-20 font-strong">{t('failed.title')}</h1>
      <p className="mt-1 text-13 text-fg-2">{t('failed.text')}</p>
      <Button className="mt-4" onPress={reset}>{t('error.retry')}</Button>
    </main>
  )
}
