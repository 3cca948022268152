'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import type { OrderView } from '../prepare/view.ts'

type Event = OrderView['history'][number]
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** useEventWords tells an entry of an order's history in a sentence; what people wrote is added as it stands. */
export function useEventWords(view: OrderView): (event: Event) => { readonly sentence: string; readonly quote: string } {
  const t = useTranslations('workOrder.event')
  const words = useOrderWords()
  return useCallback(({ type, actor, data }) => {
    const known = type as 'approved'
    const person = view.people.find((one) => one.id === data['assigneeId'])?.name ?? ''
    const reason = type === 'held' ? words.hold(text(data['reason'])) : text(data['reason'])
    const policy = `because.${reason}` as 'because.worse'
    const sentence = t.has(known) ? t(known, { actor: actor?.name ?? t('system'), person: person === '' ? t('nobody') : person }) : `${type} ${actor?.name ?? ''}`.trim()
    const because = actor === null && t.has(policy) ? t(policy) : ''
    const written = [type === 'held' || actor !== null ? reason : '', text(data['note']), text(data['text']), text(data['causeNote'])].filter(Boolean).join(' · ')
    const verdict = typeof data['verdict'] === 'string' ? words.verdict(data['verdict']) : ''
    return { sentence: [sentence, because].filter(Boolean).join(' '), quote: [verdict, written].filter(Boolean).join(' · ') }
  }, [t, words, view.people])
}
