'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** AlarmActions are what a person does with alarms; an error of those that ask for words stands in their form. */
export interface AlarmActions {
  /** Acknowledges alarms with all that is folded under them. */
  readonly acknowledge: (ids: readonly string[]) => void
  readonly isAcknowledging: boolean
  readonly unshelve: (shelfId: string) => void
  readonly returnToService: (outageId: string) => void
  readonly removeSuppression: (id: string) => void
  readonly isEnding: boolean
}

/** useAlarmActions acknowledges alarms and ends what holds them; the answers that show them are asked again. */
export function useAlarmActions(): AlarmActions {
  const t = useTranslations('alarms')
  const trpc = useTRPC()
  const refresh = useRefreshAlarms()
  const failed = { onError: (error: { readonly message: string }) => { toast(error.message) } }
  const acknowledge = useMutation(trpc.alarms.acknowledge.mutationOptions({
    ...failed, onSuccess: ({ acknowledged }) => { toast(t('acknowledged', { count: acknowledged.length })); return refresh() },
  }))
  const unshelve = useMutation(trpc.alarms.unshelve.mutationOptions({ ...failed, onSuccess: refresh }))
  const returning = useMutation(trpc.alarms.returnToService.mutationOptions({ ...failed, onSuccess: refresh }))
  const removing = useMutation(trpc.alarms.removeSuppression.mutationOptions({ ...failed, onSuccess: refresh }))
  return {
    acknowledge: (ids) => { if (ids.length > 0 && !acknowledge.isPending) acknowledge.mutate({ ids: [...ids], folded: true }) },
    isAcknowledging: acknowledge.isPending,
    unshelve: (shelfId) => { unshelve.mutate({ shelfId }) },
    returnToService: (outageId) => { returning.mutate({ outageId }) },
    removeSuppression: (id) => { removing.mutate({ id }) },
    isEnding: unshelve.isPending || returning.isPending || removing.isPending,
  }
}

/** useRefreshAlarms asks again for everything that shows alarms. */
export function useRefreshAlarms(): () => Promise<void> {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all([trpc.alarms, trpc.overview, trpc.assets].map((area) => queryClient.invalidateQueries({ queryKey: area.pathKey() })))
  }
}
