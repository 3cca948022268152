'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { AddPerson } from './add-person.tsx'

/** People lists who may do what; a person is added, let in or kept out here. */
export function People(): ReactNode {
  const t = useTranslations()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { personId, sites } = useMe()
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useQuery(trpc.people.managed.queryOptions())
  const setActive = useMutation(trpc.people.setActive.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
    onError: (failure) => { toast(failure.message) },
  }))
  const place = (siteId: string | null): string => (siteId === null ? '' : ` (${sites.find((site) => site.id === siteId)?.code ?? '…'})`)
  return (
    <Panel title={t('admin.people.title')} aside={<Button size="sm" onPress={() => { setAdding(true) }}>{t('admin.people.add')}</Button>} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={4} height="h-10" />}
      {data !== undefined && (
        <Table label={t('admin.people.title')}>
          <thead><tr><Th>{t('admin.people.name')}</Th><Th>{t('auth.email')}</Th><Th>{t('admin.people.roles')}</Th><Th><span className="sr-only">{t('admin.people.access')}</span></Th></tr></thead>
          <tbody>
            {data.map((person) => (
              <tr key={person.id}>
                <Td className={person.active ? 'font-mid' : 'text-fg-2'}>{person.name}{!person.active && ` · ${t('admin.people.inactive')}`}</Td>
                <Td className="text-fg-2">{person.email ?? t('admin.people.noSignIn')}</Td>
                <Td>{person.grants.map((grant) => `${t(`auth.roles.${grant.role}.name`)}${place(grant.siteId)}`).join(', ')}</Td>
                <Td className="text-end">
                  {person.id !== personId && (
                    <Button size="sm" isPending={setActive.isPending && setActive.variables.personId === person.id} onPress={() => { setActive.mutate({ personId: person.id, active: !person.active }) }} aria-label={`${person.active ? t('admin.people.out') : t('admin.people.in')}: ${person.name}`}>
                      {person.active ? t('admin.people.out') : t('admin.people.in')}
                    </Button>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {adding && <AddPerson onClose={() => { setAdding(false) }} />}
    </Panel>
  )
}
