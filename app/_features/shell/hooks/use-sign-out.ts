'use client'

import { useTranslations } from 'next-intl'
import { toast } from 'sonner'

/** useSignOut ends the session here and goes to the sign-in page; a page load, so that nothing of the person stays in memory. */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations('common.error')
  return async () => {
    try {
      const answer = await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      if (!answer.ok) throw new Error(answer.statusText)
      window.location.assign('/sign-in')
    } catch (error) {
      toast(`${t('title')} ${error instanceof Error && error.message !== '' ? error.message : t('offline')}`)
    }
  }
}
