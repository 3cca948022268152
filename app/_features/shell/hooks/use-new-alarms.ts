'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** useNewAlarms is the number of alarms in the person's reach that nobody has acknowledged, null while unknown or not allowed. */
export function useNewAlarms(): number | null {
  const may = useMay()
  const { data } = useQuery(useTRPC().alarms.counts.queryOptions(may('incident.read') ? undefined : skipToken))
  return data?.unacknowledged ?? null
}
