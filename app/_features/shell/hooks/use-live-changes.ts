'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import type { LiveState } from '../../../_lib/live/state.tsx'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { areasOf, waitMs, type Entity } from '../prepare/invalidation.ts'

/**
 * useLiveChanges holds the page's one event stream. It collects what changed for a moment and lets the affected answers be asked again;
 * after a break the server says so and everything on screen is asked again, so that nothing that happened meanwhile is missed.
 */
export function useLiveChanges(): LiveState {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { personId } = useMe()
  const waiting = useRef(new Set<Entity>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [changedAt, setChangedAt] = useState<number | null>(null)

  const flush = (): void => {
    const areas = areasOf(waiting.current)
    waiting.current.clear()
    timer.current = undefined
    for (const area of areas) void queryClient.invalidateQueries({ queryKey: trpc[area].pathKey() })
  }

  const subscription = useSubscription(
    trpc.live.changes.subscriptionOptions(undefined, {
      onData: ({ data }) => {
        // What others are told is not on this person's screen.
        if (data.entity === 'notification' && data.id !== undefined && data.id !== personId) return
        setChangedAt(Date.now())
        if (data.entity === 'hello') return
        if (data.entity === 'resync') {
          void queryClient.invalidateQueries({ queryKey: trpc.pathKey() })
          return
        }
        const onlyReadings = [...waiting.current].every((entity) => entity === 'readings')
        waiting.current.add(data.entity)
        // Waiting readings give way to something that people wait for.
        const sooner = onlyReadings && data.entity !== 'readings'
        if (timer.current !== undefined && !sooner) return
        clearTimeout(timer.current)
        timer.current = setTimeout(flush, waitMs(waiting.current))
      },
    }),
  )
  useEffect(() => () => { clearTimeout(timer.current) }, [])

  if (subscription.status === 'error') return { status: 'off', changedAt, reason: subscription.error.message }
  if (subscription.status === 'pending') return { status: 'live', changedAt, reason: null }
  return { status: changedAt === null ? 'connecting' : 'reconnecting', changedAt, reason: null }
}
