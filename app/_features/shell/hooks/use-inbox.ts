'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** InboxItem is one line of what the person was told. */
export type InboxItem = Outputs['notify']['list']['items'][number]

/** useInbox is the newest of what the person was told, how much is unread, and what marks it as read. */
export function useInbox(): { items: readonly InboxItem[]; unread: number; read: (id: string) => void; readAll: () => void } {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data } = useQuery(trpc.notify.list.queryOptions({ limit: 20 }))
  const { mutate } = useMutation(trpc.notify.markRead.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notify.pathKey() }) }))
  const newest = data?.items[0]?.at
  return {
    items: data?.items ?? [], unread: data?.unread ?? 0,
    read: (id) => { mutate({ ids: [id] }) },
    readAll: () => { if (newest !== undefined) mutate({ upTo: newest }) },
  }
}
