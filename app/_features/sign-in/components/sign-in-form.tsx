'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useSignIn } from '../hooks/use-sign-in.ts'

interface SignInFormProps {
  readonly email: string
  readonly onEmail: (email: string) => void
  readonly next: string
  readonly passwordRef: RefObject<HTMLInputElement | null>
}

/** SignInForm takes e-mail and password. */
export function SignInForm({ email, onEmail, next, passwordRef }: SignInFormProps): ReactNode {
  const t = useTranslations('auth')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const { pending, error, signIn } = useSignIn(next)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (email.trim() !== '' && password !== '') void signIn(email.trim(), password)
  }
  return (
    <form onSubmit={submit} noValidate method="post" className="rounded-lg border border-line bg-surface p-4">
      <h1 className="mb-4 text-20 font-strong">{t('title')}</h1>
      <div className="grid gap-3">
        <TextField
          label={t('email')} name="email" type="email" autoComplete="username" value={email} onChange={onEmail}
          error={asked && email.trim() === '' ? t('missing.email') : undefined}
        />
        <TextField
          label={t('password')} name="password" type="password" autoComplete="current-password" value={password} onChange={setPassword} inputRef={passwordRef}
          error={asked && password === '' ? t('missing.password') : undefined}
        />
        {error !== null && <ErrorState message={error} />}
        <Button type="submit" variant="primary" size="lg" isPending={pending}>{t('submit')}</Button>
      </div>
    </form>
  )
}
