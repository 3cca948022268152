'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC, useTRPCClient } from '../../../_lib/trpc/client.tsx'
import type { Inputs, Outputs } from '../../../_lib/trpc/types.ts'
import type { Order } from '../prepare/view.ts'

/** PayloadOf is what a command carries beside the order, the operation and the version. */
export type PayloadOf<Name extends CommandName> = Omit<Inputs['workOrders'][Name], 'id' | 'opId' | 'version'>

/** CommandOutcome is what the server says to a command. */
export type CommandOutcome = Outputs['workOrders']['edit']

/** OrderCommands runs commands on one order and tells how the last one went. */
export interface OrderCommands {
  readonly run: <Name extends CommandName>(name: Name, payload: PayloadOf<Name>, done?: (outcome: CommandOutcome) => void) => void
  readonly pending: CommandName | null
  /** What went wrong with the last command, in the server's words. */
  readonly error: string | null
  readonly clear: () => void
}

interface Sent {
  readonly name: CommandName
  readonly input: unknown
}

/** useOrderCommand sends commands with an operation id of their own, so that a repeated sending does nothing twice, and lets everything that shows the order ask again. */
export function useOrderCommand(order: Pick<Order, 'id' | 'version'>): OrderCommands {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const t = useTranslations('workOrder')
  const { mutate, isPending, variables, error, reset } = useMutation<CommandOutcome, Error, Sent>({
    mutationFn: ({ name, input }) => {
      // Each command's input was checked where it was made; here they all travel alike.
      const send: unknown = client.workOrders[name].mutate
      return (send as (input: unknown) => Promise<CommandOutcome>)(input)
    },
    retry: (count, failure) => count < 3 && failure.message === 'Failed to fetch',
    onSuccess: async (outcome, { name }) => {
      // What a person must decide first is asked where he is.
      if (outcome.review === undefined) toast(t(`done.${name}`))
      const touched = [trpc.workOrders.pathKey(), trpc.attachments.pathKey(), trpc.overview.pathKey(), trpc.assets.pathKey(), trpc.me.pathKey()]
      await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  return {
    run: (name, payload, done) => {
      mutate({ name, input: { ...payload, id: order.id, opId: newId(), version: order.version } }, { onSuccess: (outcome) => { done?.(outcome) } })
    },
    pending: isPending ? variables.name : null,
    error: error?.message ?? null,
    clear: reset,
  }
}
