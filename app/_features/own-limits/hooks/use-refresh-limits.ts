'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** useRefreshLimits lets everything that shows a machine's limits ask again. */
export function useRefreshLimits(): () => Promise<void> {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
    await queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() })
  }
}
