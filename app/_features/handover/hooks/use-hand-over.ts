'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC, useTRPCClient } from '../../../_lib/trpc/client.tsx'
import type { Inputs } from '../../../_lib/trpc/types.ts'

type Routes = Omit<Inputs['handover'], 'board' | 'prepare'>
type Name = keyof Routes

/** HandOver runs what people do at the change of shifts, and tells how the last one went. */
export interface HandOver {
  readonly run: <N extends Name>(name: N, input: Omit<Routes[N], 'opId' | 'at'>, done?: () => void) => void
  readonly pending: Name | null
  readonly error: string | null
  readonly clear: () => void
}

/** useHandOver sends what people do with an operation id of its own, so that a repeated sending does nothing twice. */
export function useHandOver(): HandOver {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const t = useTranslations('handover.done')
  const { mutate, isPending, variables, error, reset } = useMutation<unknown, Error, { readonly name: Name; readonly input: unknown }>({
    mutationFn: ({ name, input }) => {
      // Each input was checked where it was made; here they all travel alike.
      const send: unknown = client.handover[name].mutate
      return (send as (input: unknown) => Promise<unknown>)(input)
    },
    retry: (count, failure) => count < 3 && failure.message === 'Failed to fetch',
    onSuccess: async (_result, { name }) => {
      toast(t(name))
      await queryClient.invalidateQueries({ queryKey: trpc.handover.pathKey() })
    },
  })
  return {
    run: (name, input, done) => {
      mutate({ name, input: name === 'changeRepair' ? input : { ...input, opId: newId() } }, { onSuccess: () => { done?.() } })
    },
    pending: isPending ? variables.name : null, error: error?.message ?? null, clear: reset,
  }
}
