'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'
import { NewLink } from './new-link.tsx'

type Link = Outputs['contractors']['list'][number]

/** ContractorLinks is for whoever plans an order: links with which somebody from another firm works on it, until when, and when each was last used. */
export function ContractorLinks({ orderId }: { readonly orderId: string }): ReactNode {
  return useMay()('work-order.plan') && <Links orderId={orderId} />
}

function Links({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useTranslations('requests.contractors')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const { data, error, refetch } = useQuery(trpc.contractors.list.queryOptions({ orderId }))
  const revoke = useMutation(trpc.contractors.revoke.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.contractors.pathKey() }),
    onError: (failure) => { toast(failure.message) },
  }))
  return (
    <Panel title={t('title')} aside={<Button size="sm" onPress={() => { setMaking(true) }}>{t('make')}</Button>}>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data?.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      <ul className="grid gap-3">
        {data?.map((link) => <One key={link.id} link={link} isPending={revoke.isPending} onRevoke={() => { revoke.mutate({ id: link.id }) }} />)}
      </ul>
      {making && <NewLink orderId={orderId} onClose={() => { setMaking(false) }} />}
    </Panel>
  )
}

function One({ link, isPending, onRevoke }: { readonly link: Link; readonly isPending: boolean; readonly onRevoke: () => void }): ReactNode {
  const t = useTranslations('requests.contractors')
  const { name, state, expiresAt, revokedAt, lastUsedAt, doneAt } = link
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 text-13">
      <span className="min-w-0 wrap-anywhere">
        <span className="block font-mid">{name}</span>
        <span className="num block text-12 text-fg-2">
          {state === 'revoked' ? <>{t('revoked')} <Timestamp at={revokedAt ?? expiresAt} style="short" /></> : <>{t(state === 'open' ? 'until' : 'expired')} <Timestamp at={expiresAt} style="short" /></>}
          {' · '}{lastUsedAt === null ? t('never') : <>{t('used')} <TimeAgo at={lastUsedAt} /></>}
        </span>
        {doneAt !== null && <span className="block">{t('saysDone')} <Timestamp at={doneAt} style="short" className="num" /></span>}
      </span>
      {state === 'open' && <Button size="sm" isPending={isPending} aria-label={`${t('revoke')}: ${name}`} onPress={onRevoke}>{t('revoke')}</Button>}
    </li>
  )
}
