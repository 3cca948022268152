'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { wordsOf } from '#server/core/notify/words/index.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

/** CallBanner stands above every page while the person is called: one tap says that he comes. */
export function CallBanner(): ReactNode {
  const t = useTranslations('notify.call')
  const trpc = useTRPC()
  const locale = useLocale()
  const mark = usePriorityWords()
  const queryClient = useQueryClient()
  const { data } = useQuery(trpc.onCall.mine.queryOptions())
  const accept = useMutation(trpc.onCall.accept.mutationOptions({
    onSuccess: () => { toast(t('accepted')) },
    onError: (error) => { toast(error.message) },
    onSettled: () => Promise.all([trpc.onCall, trpc.notify, trpc.overview, trpc.workOrders].map((area) => queryClient.invalidateQueries({ queryKey: area.pathKey() }))),
  }))
  if (data === undefined || data.length === 0) return null
  return (
    <section aria-label={t('title')} className="border-b border-g8 bg-surface">
      <ul>
        {data.map((call) => {
          const words = wordsOf({ kind: 'call', priority: call.priority, params: call.params, repeat: 0 }, locale)
          return (
            <li key={call.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft px-6 py-2.5 last:border-b-0 max-md:px-4">
              <PriorityMark priority={call.priority} label={mark(call.priority)} />
              <div className="min-w-0 flex-1 basis-52">
                <p className="text-15 font-strong text-pretty">{words.title}</p>
                {call.nextAt !== null && <p className="text-12 text-fg-2">{t('next')} <Timestamp at={call.nextAt} className="num" /></p>}
              </div>
              <LinkButton href={call.href} size="lg">{t('open')}</LinkButton>
              <Button variant="primary" size="lg" isPending={accept.isPending && accept.variables.id === call.id} onPress={() => { accept.mutate({ id: call.id }) }}>{t('accept')}</Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
