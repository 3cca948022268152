'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

interface SignInState {
  readonly pending: boolean
  /** What went wrong, in words for the person. */
  readonly error: string | null
  readonly signIn: (email: string, password: string) => Promise<void>
}

/** useSignIn asks the server for a session and then loads the page the person wanted; what was typed stays when it fails. */
export function useSignIn(next: string): SignInState {
  const t = useTranslations()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const signIn = async (email: string, password: string): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      const answer = await fetch('/api/auth/sign-in/email', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }),
      })
      if (answer.ok) {
        window.location.assign(next)
        return
      }
      const body = (await answer.json().catch(() => ({}))) as { message?: unknown }
      setError(answer.status === 401 || typeof body.message !== 'string' ? t('auth.failed') : body.message)
    } catch (failure) {
      setError(failure instanceof TypeError ? t('common.error.offline') : String(failure))
    }
    setPending(false)
  }
  return { pending, error, signIn }
}
