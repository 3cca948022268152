'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { Permission } from '#server/core/people/permissions.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { Outputs } from '../trpc/types.ts'

/** Me is what the server says of the signed-in person. */
export type Me = Outputs['me']['get']

/** useMe is the signed-in person; the desk's layout has loaded it already. */
export const useMe = (): Me => useSuspenseQuery(useTRPC().me.get.queryOptions(undefined, { staleTime: 60_000 })).data

/** useMay tells whether the person holds a permission anywhere; the server decides for the site of each thing. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
