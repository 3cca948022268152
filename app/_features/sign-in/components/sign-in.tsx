'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { BrandMark } from '../../../_ui/brand.tsx'
import type { Account } from '../prepare/account.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** SignIn is the door: e-mail and password, and on a demo the people one can be. */
export function SignIn({ choices, next }: { readonly choices: readonly Account[]; readonly next: string }): ReactNode {
  const t = useTranslations('auth')
  const [email, setEmail] = useState('')
  const password = useRef<HTMLInputElement>(null)
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[880px] flex-col justify-center gap-6 px-4 py-8">
      <header>
        <div className="flex items-center gap-2.5"><BrandMark size={26} /><span className="text-20 font-strong">Millwright</span></div>
        <p className="mt-1 text-13 text-fg-2">{t('lead')}</p>
      </header>
      <div className={choices.length > 0 ? 'grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]' : 'max-w-[400px]'}>
        <SignInForm email={email} onEmail={setEmail} next={next} passwordRef={password} />
        {choices.length > 0 && (
          <DemoAccounts accounts={choices} selected={email} onChoose={(account) => { setEmail(account.email); password.current?.focus() }} />
        )}
      </div>
    </main>
  )
}
