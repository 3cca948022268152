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
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'
import { AskFirst } from './ask-first.tsx'
import { NewKey } from './new-key.tsx'

/** Keys lists the keys of programs: what each may do, and when it was last used. Their text is shown once, when they are made. */
export function Keys(): ReactNode {
  const t = useTranslations('admin.keys')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const { data, error, isPending, refetch } = useQuery(trpc.keys.list.queryOptions())
  const revoke = useMutation(trpc.keys.revoke.mutationOptions({
    onSuccess: async () => {
      setEnding(null)
      await queryClient.invalidateQueries({ queryKey: trpc.keys.pathKey() })
    },
    onError: (failure) => { toast(failure.message) },
  }))
  return (
    <Panel title={t('title')} note={t('note')} aside={<Button size="sm" onPress={() => { setMaking(true) }}>{t('make')}</Button>} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={2} height="h-10" />}
      {data?.length === 0 && <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>}
      {data !== undefined && data.length > 0 && (
        <Table label={t('title')}>
          <thead><tr><Th>{t('name')}</Th><Th>{t('begins')}</Th><Th>{t('may')}</Th><Th>{t('used')}</Th><Th><span className="sr-only">{t('revoke')}</span></Th></tr></thead>
          <tbody>
            {data.map((key) => (
              <tr key={key.id} className={key.revokedAt === null ? undefined : 'text-fg-2'}>
                <Td className="font-mid">{key.name}</Td>
                <Td className="num">{key.prefix}…</Td>
                <Td>{key.scopes.map((scope) => t(`scope.${scope === 'ingest' ? 'ingest' : 'read'}`)).join(', ')}</Td>
                <Td>{key.lastUsedAt === null ? t('never') : <TimeAgo at={key.lastUsedAt} />}</Td>
                <Td className="text-end whitespace-nowrap">
                  {key.revokedAt === null
                    ? <Button size="sm" aria-label={`${t('revoke')}: ${key.name}`} onPress={() => { setEnding({ id: key.id, name: key.name }) }}>{t('revoke')}</Button>
                    : <>{t('revoked')} <Timestamp at={key.revokedAt} style="short" /></>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {making && <NewKey onClose={() => { setMaking(false) }} />}
      {ending !== null && (
        <AskFirst action={t('revoke')} name={ending.name} text={t('revokeText')} isPending={revoke.isPending} onDo={() => { revoke.mutate({ id: ending.id }) }} onClose={() => { setEnding(null) }} />
      )}
    </Panel>
  )
}
