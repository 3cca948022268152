'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../../_ui/skeleton.tsx'
import { TrialActions } from './trial-actions.tsx'
import { TrialMessages } from './trial-messages.tsx'
import { TrialPoints } from './trial-points.tsx'
import { TrialRejects } from './trial-rejects.tsx'
import { TrialState } from './trial-state.tsx'

const LOOK_MS = 1000

interface TrialProps {
  readonly id: string
  /** Opens the settings; left out where they are not the person's to change. */
  readonly onChange: (() => void) | undefined
}

/** Trial is a source's live test: connected or why not, the newest values, what came in and what was rejected; and what to do now. */
export function Trial({ id, onChange }: TrialProps): ReactNode {
  const t = useTranslations('setup.trial')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = trpc.sources.trial.queryOptions({ id }, { refetchInterval: LOOK_MS, staleTime: 0 })
  const { data, error, refetch } = useQuery(options)
  const watch = useMutation(trpc.sources.watch.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: options.queryKey }) }))
  if (data === undefined) return error === null ? <SkeletonRows rows={3} /> : <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  // What is pushed over HTTP does not pass the gateway: its sender sees the answer.
  const listens = data.kind !== 'http'
  const watched = data.watch !== null && data.watch.leftMs > 0
  return (
    <div className="grid gap-4">
      <TrialState trial={data} />
      {error !== null && <ErrorState message={error.message} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <TrialPoints trial={data} />
          {listens && <TrialRejects rejects={data.rejects} />}
        </div>
        {listens
          ? (
              <TrialMessages watch={data.watch}>
                {!watched && <Button size="sm" isPending={watch.isPending} onPress={() => { watch.mutate({ id }) }}>{t('watch')}</Button>}
              </TrialMessages>
            )
          : <TrialRejects rejects={data.rejects} />}
      </div>
      {watch.error !== null && <ErrorState message={watch.error.message} />}
      <TrialActions trial={data} onChange={onChange} />
    </div>
  )
}
