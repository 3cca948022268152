'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'
import { AskFirst } from './ask-first.tsx'

type Device = Outputs['devices']['list'][number]

/** Devices lists the tablets on which people work without a network: who, when last heard of, and what waits on each; a lost one is emptied from here. */
export function Devices(): ReactNode {
  const t = useTranslations('admin.devices')
  const locale = useLocale()
  const zone = useTimeZone()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [ending, setEnding] = useState<Device | null>(null)
  const { data, error, isPending, refetch } = useQuery(trpc.devices.list.queryOptions())
  const wipe = useMutation(trpc.devices.wipe.mutationOptions({
    onSuccess: async () => {
      setEnding(null)
      toast(t('done'))
      await queryClient.invalidateQueries({ queryKey: trpc.devices.pathKey() })
    },
    onError: (failure) => { toast(failure.message) },
  }))
  return (
    <Panel title={t('title')} note={t('note')} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={2} height="h-10" />}
      {data?.length === 0 && <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>}
      {data !== undefined && data.length > 0 && (
        <Table label={t('title')}>
          <thead><tr><Th>{t('name')}</Th><Th>{t('people')}</Th><Th>{t('seen')}</Th><Th>{t('waiting')}</Th><Th><span className="sr-only">{t('wipe')}</span></Th></tr></thead>
          <tbody>{data.map((device) => <Row key={device.id} device={device} onWipe={() => { setEnding(device) }} />)}</tbody>
        </Table>
      )}
      {ending !== null && (
        <AskFirst
          action={t('wipe')} name={ending.name} isPending={wipe.isPending} onDo={() => { wipe.mutate({ id: ending.id }) }} onClose={() => { setEnding(null) }}
          text={t('wipeText', { waiting: ending.waiting, seen: formatMoment(Date.parse(ending.lastSeenAt), 'short', locale, zone) })}
        />
      )}
    </Panel>
  )
}

function Row({ device, onWipe }: { readonly device: Device; readonly onWipe: () => void }): ReactNode {
  const t = useTranslations('admin.devices')
  const { name, people, lastSeenAt, waiting, oldestWaitingAt, wipeAskedAt, wipedAt } = device
  return (
    <tr className={wipedAt === null ? undefined : 'text-fg-2'}>
      <Td className="font-mid">{name}</Td>
      <Td>{people.map((person) => person.name).join(', ')}</Td>
      <Td><TimeAgo at={lastSeenAt} /></Td>
      <Td>{t('waits', { count: waiting })}{oldestWaitingAt !== null && waiting > 0 && <>, {t('oldest')} <Timestamp at={oldestWaitingAt} style="short" /></>}</Td>
      <Td className="text-end whitespace-nowrap">
        {wipedAt !== null ? <>{t('wiped')} <Timestamp at={wipedAt} style="short" /></>
          : wipeAskedAt !== null ? <>{t('asked')} <Timestamp at={wipeAskedAt} style="short" /></>
            : <Button size="sm" aria-label={`${t('wipe')}: ${name}`} onPress={onWipe}>{t('wipe')}</Button>}
      </Td>
    </tr>
  )
}
