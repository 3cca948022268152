'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../../_ui/cx.ts'
import type { Account } from '../prepare/account.ts'

interface DemoAccountsProps {
  readonly accounts: readonly Account[]
  readonly selected: string
  readonly onChoose: (account: Account) => void
}

/** DemoAccounts lists the people of the demo plant; choosing one fills the e-mail. */
export function DemoAccounts({ accounts, selected, onChoose }: DemoAccountsProps): ReactNode {
  const t = useTranslations('auth')
  return (
    <section aria-labelledby="demo-title" className="rounded-lg border border-line bg-surface">
      <header className="border-b border-line-soft px-4 py-3">
        <h2 id="demo-title" className="text-14 font-strong">{t('demo.title')}</h2>
        <p className="mt-0.5 text-13 text-fg-2">{t('demo.text')}</p>
      </header>
      <ul className="grid sm:grid-cols-2">
        {accounts.map((account) => {
          const chosen = account.email === selected
          return (
            <li key={account.email} className="border-b border-line-soft last:border-b-0 sm:odd:border-e sm:nth-last-[2]:odd:border-b-0">
              <Button
                onPress={() => { onChoose(account) }} aria-pressed={chosen}
                className={cx('flex min-h-12 w-full flex-col justify-center px-4 py-1.5 text-start hover:bg-g3 focus-visible:-outline-offset-2', chosen && 'bg-g4')}
              >
                <span className="text-13 font-mid">{t(`roles.${account.role}.name`)}</span>
                <span className="text-12 text-fg-2">{t(`roles.${account.role}.does`)}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
