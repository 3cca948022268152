'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { AskFirst } from './ask-first.tsx'
import { NewWebhook } from './new-webhook.tsx'
import { RenewWebhook } from './renew-webhook.tsx'
import { WebhookRow, type Hook, type HookAction } from './webhook-row.tsx'

/** Webhooks lists the programs outside that are told, and how each last went; their secrets are shown once, when they are made. */
export function Webhooks(): ReactNode {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const [asked, setAsked] = useState<{ readonly action: 'renew' | 'remove'; readonly hook: Hook } | null>(null)
  const { data, error, isPending, refetch } = useQuery(trpc.webhooks.list.queryOptions())
  const options = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
    onError: (failure: { readonly message: string }) => { toast(failure.message) },
  }
  const close = (): void => { setAsked(null) }
  const change = useMutation(trpc.webhooks.change.mutationOptions(options))
  const test = useMutation(trpc.webhooks.test.mutationOptions(options))
  const remove = useMutation(trpc.webhooks.remove.mutationOptions({ ...options, onSettled: close }))
  const act = (hook: Hook, action: HookAction): void => {
    if (action === 'test') test.mutate({ id: hook.id })
    else if (action === 'switch') change.mutate({ id: hook.id, enabled: !hook.enabled })
    else setAsked({ action, hook })
  }
  return (
    <Panel title={t('title')} note={t('note')} aside={<Button size="sm" onPress={() => { setMaking(true) }}>{t('make')}</Button>} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={2} height="h-10" />}
      {data?.length === 0 && <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>}
      {data !== undefined && data.length > 0 && (
        <ul className="divide-y divide-line-soft">{data.map((hook) => <WebhookRow key={hook.id} hook={hook} onAction={(action) => { act(hook, action) }} />)}</ul>
      )}
      {making && <NewWebhook onClose={() => { setMaking(false) }} />}
      {asked?.action === 'renew' && <RenewWebhook id={asked.hook.id} label={asked.hook.label} onClose={close} />}
      {asked?.action === 'remove' && (
        <AskFirst action={t('remove')} name={asked.hook.label} text={t('removeText')} isPending={remove.isPending} onDo={() => { remove.mutate({ id: asked.hook.id }) }} onClose={close} />
      )}
    </Panel>
  )
}
