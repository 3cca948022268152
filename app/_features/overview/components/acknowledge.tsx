'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** Acknowledge says that a person has seen the alarm; its mark becomes an outline. */
export function Acknowledge({ incidentId, asset }: { readonly incidentId: string; readonly asset: string }): ReactNode {
  const t = useTranslations('overview')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation(trpc.incidents.acknowledge.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.overview.pathKey() }),
    onError: (error) => { toast(error.message) },
  }))
  return (
    <Button
      isPending={isPending} onPress={() => { mutate({ id: incidentId }) }} aria-label={t('acknowledgeOf', { asset })}
      className="touch ms-2 min-h-6 rounded-sm px-1 text-12 font-mid text-fg underline decoration-g7 underline-offset-2 hover:bg-g3"
    >
      {t('acknowledge')}
    </Button>
  )
}
