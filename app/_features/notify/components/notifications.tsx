'use client'

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { ToldLine } from '../../../_ui/told-line.tsx'
import { SettingsForm } from './settings-form.tsx'
import { Where } from './where.tsx'

const PAGE = 30
const MOST = 90

/** Notifications is everything a person was told, and how he is told. */
export function Notifications(): ReactNode {
  const t = useTranslations('notify')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [limit, setLimit] = useState(PAGE)
  const { data: settings } = useSuspenseQuery(trpc.notify.settings.queryOptions())
  const { data } = useQuery(trpc.notify.list.queryOptions({ limit }))
  const { mutate } = useMutation(trpc.notify.markRead.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notify.pathKey() }) }))
  const newest = data?.items[0]?.at
  return (
    <>
      <h1 className="mb-3 text-20 font-strong">{t('bell.title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_440px]">
        <Panel
          title={t('bell.title')} bare
          aside={data !== undefined && data.unread > 0 && <Button size="sm" onPress={() => { if (newest !== undefined) mutate({ upTo: newest }) }}>{t('bell.readAll')}</Button>}
        >
          {data === undefined && <SkeletonRows rows={4} />}
          {data?.items.length === 0 && <div className="p-3.5"><EmptyState>{t('bell.none')}</EmptyState></div>}
          <ul>{data?.items.map((item) => <ToldLine key={item.id} item={item} onFollow={() => { if (!item.read) mutate({ ids: [item.id] }) }} />)}</ul>
          {data?.next != null && limit < MOST && <p className="border-t border-line-soft p-3"><Button size="sm" onPress={() => { setLimit(limit + PAGE) }}>{t('bell.more')}</Button></p>}
        </Panel>
        <div className="grid min-w-0 gap-4">
          <Where settings={settings} />
          <SettingsForm settings={settings} />
        </div>
      </div>
    </>
  )
}
