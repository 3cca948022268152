'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { CATEGORIES, type Category } from '#server/core/notify/kinds.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import { AllowedHosts } from './allowed-hosts.tsx'
import { NewWebhook } from './new-webhook.tsx'

const isCategory = (word: string): word is Category => (CATEGORIES as readonly string[]).includes(word)

/** Webhooks lists the programs outside that are told, how each last went, and what inside the plant they may lie at. */
export function Webhooks(): ReactNode {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const { data, error, isPending, refetch } = useQuery(trpc.webhooks.list.queryOptions())
  const options = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
    onError: (failure: { readonly message: string }) => { toast(failure.message) },
  }
  const change = useMutation(trpc.webhooks.change.mutationOptions(options))
  const test = useMutation(trpc.webhooks.test.mutationOptions(options))
  const remove = useMutation(trpc.webhooks.remove.mutationOptions(options))
  return (
    <Panel title={t('title')} note={t('note')} aside={<Button size="sm" onPress={() => { setMaking(true) }}>{t('make')}</Button>} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={2} height="h-10" />}
      {data?.webhooks.length === 0 && <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>}
      {data !== undefined && data.webhooks.length > 0 && (
        <Table label={t('title')}>
          <thead><tr><Th>{t('name')}</Th><Th>{t('address')}</Th><Th>{t('hears')}</Th><Th>{t('last')}</Th><Th><span className="sr-only">{t('test')}</span></Th></tr></thead>
          <tbody>
            {data.webhooks.map((hook) => (
              <tr key={hook.id} className={hook.enabled ? undefined : 'text-fg-2'}>
                <Td className="font-mid">{hook.label}{!hook.enabled && ` · ${t('isOff')}`}</Td>
                <Td className="break-all">{hook.address}</Td>
                <Td>{hook.categories.filter(isCategory).map((one) => t(`category.${one}`)).join(', ')}</Td>
                <Td>{hook.lastError ?? (hook.lastOkAt === null ? t('never') : <>{t('ok')} <TimeAgo at={hook.lastOkAt} /></>)}</Td>
                <Td className="text-right whitespace-nowrap">
                  <Button size="sm" aria-label={`${t('test')}: ${hook.label}`} onPress={() => { test.mutate({ id: hook.id }) }}>{t('test')}</Button>{' '}
                  <Button size="sm" aria-label={`${hook.enabled ? t('off') : t('on')}: ${hook.label}`} onPress={() => { change.mutate({ id: hook.id, enabled: !hook.enabled }) }}>{hook.enabled ? t('off') : t('on')}</Button>{' '}
                  <Button size="sm" aria-label={`${t('remove')}: ${hook.label}`} onPress={() => { remove.mutate({ id: hook.id }) }}>{t('remove')}</Button>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {data !== undefined && <AllowedHosts allowed={data.allowed} />}
      {making && <NewWebhook onClose={() => { setMaking(false) }} />}
    </Panel>
  )
}
