import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/**
 * NotFound says that there is nothing at this address, or nothing for this person. It is sent along with every page, the tablet's too,
 * and therefore brings no provider and no component of the browser's.
 */
export default async function NotFound(): Promise<ReactNode> {
  const t = await getTranslations('common')
  return (
    <main className="mx-auto max-w-[480px] px-4 py-16">
      <h1 className="text-20 font-strong">{t('notFound.title')}</h1>
      <p className="mt-1 text-13 text-fg-2">{t('notFound.text')}</p>
      <p className="mt-4"><a href="/" className="touch inline-flex items-center rounded-sm text-accent-text underline">{t('notFound.back')}</a></p>
    </main>
  )
}
