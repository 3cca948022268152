'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC, useTRPCClient } from '../../../_lib/trpc/client.tsx'
import type { Inputs } from '../../../_lib/trpc/types.ts'

type Isolation = Omit<Inputs['isolation'], 'plan' | 'savePlan' | 'publishPlan' | 'forOrder'>
type Permits = Omit<Inputs['permits'], 'board'>
type Head = 'opId' | 'at' | 'late'

/** ActName names something that is done to an order's isolation, PermitName something done with a permit. */
export type ActName = keyof Isolation
export type PermitName = keyof Permits

/** Acts runs what people do, and tells how the last one went. */
export interface Acts {
  readonly isolate: <Name extends ActName>(name: Name, input: Omit<Isolation[Name], Head>, done?: () => void) => void
  readonly permit: <Name extends PermitName>(name: Name, input: Omit<Permits[Name], Head>, done?: () => void) => void
  readonly pending: ActName | PermitName | null
  /** What went wrong with the last one, in the server's words. */
  readonly error: string | null
  readonly clear: () => void
}

interface Sent {
  readonly router: 'isolation' | 'permits'
  readonly name: ActName | PermitName
  readonly input: unknown
}

/** useActs sends what people do with an operation id of its own, so that a repeated sending does nothing twice, and lets everything that shows it ask again. */
export function useActs(): Acts {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const t = useTranslations('isolation.done')
  const { mutate, isPending, variables, error, reset } = useMutation<unknown, Error, Sent>({
    mutationFn: ({ router, name, input }) => {
      // Each input was checked where it was made; here they all travel alike.
      const procedures = client[router] as unknown as Record<string, { mutate: (input: unknown) => Promise<unknown> }>
      return procedures[name]?.mutate(input) ?? Promise.reject(new Error(name))
    },
    retry: (count, failure) => count < 3 && failure.message === 'Failed to fetch',
    onSuccess: async (_result, { name }) => {
      toast(t(name))
      const touched = [trpc.isolation.pathKey(), trpc.permits.pathKey(), trpc.workOrders.pathKey()]
      await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  const send = (router: Sent['router'], name: Sent['name'], input: object, done?: () => void): void => {
    mutate({ router, name, input: { ...input, opId: newId() } }, { onSuccess: () => { done?.() } })
  }
  return {
    isolate: (name, input, done) => { send('isolation', name, input, done) },
    permit: (name, input, done) => { send('permits', name, input, done) },
    pending: isPending ? variables.name : null, error: error?.message ?? null, clear: reset,
  }
}
