import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** ScreenWait keeps the place of a screen whose file is on its way. */
export function ScreenWait(): ReactNode {
  const t = useTranslations('tablet')
  return (
    <div role="status" aria-busy className="px-5 pt-5">
      <span className="sr-only">{t('loading')}</span>
      <div className="h-8 w-48 animate-wait rounded-md bg-g4" />
      <div className="mt-5 h-40 animate-wait rounded-lg bg-g3" />
    </div>
  )
}
