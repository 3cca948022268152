'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'

/** Standing says in one line how an order stands where that is not plain from its next action: what it waits for, or how it ended. */
export function Standing({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const words = useOrderWords()
  const { order, waiting } = seen
  const line = order.status === 'on_hold' ? (order.holdReason === null ? words.status(order.status) : words.hold(order.holdReason))
    : order.status === 'closed' ? t('closed') : order.status === 'completed' ? t('completed') : null
  const found = [order.verdict && words.verdict(order.verdict), order.activityCode && words.activity(order.activityCode), order.causeNote].filter((one) => one !== null && one !== '')
  if (line === null && waiting.length === 0) return null
  return (
    <p role="status" className="mt-4 border-t border-line pt-4 text-m18">
      {line !== null && <span className="font-mid">{line}</span>}
      {found.length > 0 && <span className="block text-fg-2">{found.join(', ')}</span>}
      {waiting.length > 0 && <span className="block text-m16 text-fg-2">{t('notSent')}</span>}
    </p>
  )
}
