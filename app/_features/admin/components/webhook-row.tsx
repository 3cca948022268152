'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CATEGORIES, type Category } from '#server/core/notify/kinds.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'

/** Hook is a webhook as the list shows it. */
export type Hook = Outputs['webhooks']['list'][number]

/** HookAction is what can be done with a webhook. */
export type HookAction = 'test' | 'switch' | 'renew' | 'remove'

const isCategory = (word: string): word is Category => (CATEGORIES as readonly string[]).includes(word)

/** WebhookRow is one program outside: where it is, what it hears of, how it last went, and what can be done with it. */
export function WebhookRow({ hook, onAction }: { readonly hook: Hook; readonly onAction: (action: HookAction) => void }): ReactNode {
  const t = useTranslations('webhooks')
  const actions = [['test', t('test')], ['renew', t('renew')], ['switch', hook.enabled ? t('off') : t('on')], ['remove', t('remove')]] as const
  const heard = hook.categories.filter(isCategory).map((one) => t(`category.${one}`)).join(', ')
  return (
    <li aria-label={hook.label} className="grid items-center gap-x-5 gap-y-2 px-3.5 py-2.5 text-13 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className={hook.enabled ? 'font-mid' : 'text-fg-2'}>{hook.label}{!hook.enabled && ` · ${t('isOff')}`}</p>
        <p className="text-12 break-all text-fg-2">{hook.address}</p>
        {hook.oldSecretUntil !== null && <p className="text-12 text-fg-2">{t.rich('oldUntil', { time: () => <Timestamp at={hook.oldSecretUntil ?? ''} className="num" /> })}</p>}
      </div>
      <div className="min-w-0">
        <p className="text-12 text-fg-2">{t('hearsOf', { what: heard, priority: hook.minPriority })}</p>
        <p>{hook.lastError !== null ? <span className="font-mid">{hook.lastError}</span> : hook.lastOkAt === null ? t('never') : <>{t('ok')} <TimeAgo at={hook.lastOkAt} /></>}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {actions.map(([action, words]) => <Button key={action} size="sm" aria-label={`${words}: ${hook.label}`} onPress={() => { onAction(action) }}>{words}</Button>)}
      </div>
    </li>
  )
}
