'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CATEGORIES, type Category } from '#server/core/notify/kinds.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { Td } from '../../../_ui/table.tsx'
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
  return (
    <tr className={hook.enabled ? undefined : 'text-fg-2'}>
      <Td className="min-w-32">
        <span className="font-mid">{hook.label}{!hook.enabled && ` · ${t('isOff')}`}</span>
        {hook.oldSecretUntil !== null && <span className="block text-12 text-fg-2">{t.rich('oldUntil', { time: () => <Timestamp at={hook.oldSecretUntil ?? ''} className="num" /> })}</span>}
      </Td>
      <Td className="min-w-40 break-all">{hook.address}</Td>
      <Td>{hook.categories.filter(isCategory).map((one) => t(`category.${one}`)).join(', ')}</Td>
      <Td className="min-w-40">
        {hook.lastError !== null ? <span className="font-mid">{hook.lastError}</span> : hook.lastOkAt === null ? t('never') : <>{t('ok')} <TimeAgo at={hook.lastOkAt} /></>}
      </Td>
      <Td>
        <div className="flex flex-wrap justify-end gap-2">
          {actions.map(([action, words]) => <Button key={action} size="sm" aria-label={`${words}: ${hook.label}`} onPress={() => { onAction(action) }}>{words}</Button>)}
        </div>
      </Td>
    </tr>
  )
}
