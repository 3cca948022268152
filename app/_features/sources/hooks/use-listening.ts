'use client'

import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { mqttPlace } from '#server/core/sources/mqtt-settings.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { connectionOf, type MqttDraft } from '../prepare/setup/draft.ts'
import type { Listening } from '../prepare/setup/place.ts'

const LOOK_MS = 1000

/** ListeningControl begins and ends listening at a broker through the gateway, and shows what was heard. */
export interface ListeningControl {
  readonly view: Listening | undefined
  readonly isOn: boolean
  readonly isStarting: boolean
  readonly error: string | null
  readonly start: (draft: MqttDraft, topic: string) => void
  readonly stop: () => void
}

/** useListening listens at a broker for two minutes at most; leaving the page ends it. */
export function useListening(siteId: string): ListeningControl {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const begin = useMutation(trpc.sources.listen.mutationOptions())
  const end = useMutation(trpc.sources.stopListening.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.sources.heard.queryKey() }) }))
  const id = begin.data?.id
  const heard = useQuery(trpc.sources.heard.queryOptions(id === undefined ? skipToken : { id }, {
    refetchInterval: (query) => (query.state.data?.state === 'over' ? false : LOOK_MS), staleTime: 0,
  }))
  const isOn = id !== undefined && heard.data?.state !== 'over'
  // Who goes on must not keep a connection to the broker that nobody looks at.
  const open = useRef<string | null>(null)
  useEffect(() => { open.current = isOn ? id : null }, [isOn, id])
  const { mutate: stop } = end
  useEffect(() => () => { if (open.current !== null) stop({ id: open.current }) }, [stop])
  return {
    view: heard.data, isOn, isStarting: begin.isPending,
    error: begin.error?.message ?? heard.error?.message ?? end.error?.message ?? null,
    start: (draft, topic) => {
      const place = mqttPlace.safeParse({ ...connectionOf(draft), topic: topic.trim() })
      if (place.success) begin.mutate({ siteId, place: place.data })
    },
    stop: () => { if (id !== undefined) stop({ id }) },
  }
}
