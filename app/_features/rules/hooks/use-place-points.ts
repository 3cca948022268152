'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { NewRuleForm } from '../prepare/new-rule.ts'
import type { NamedPoint } from '../prepare/rule.ts'

/** usePlacePoints are the points measured where a new rule shall hold; null until a place is chosen and known. */
export function usePlacePoints(form: NewRuleForm): readonly NamedPoint[] | null {
  const trpc = useTRPC()
  const classes = useQuery(trpc.rules.classes.queryOptions(form.where === 'class' ? undefined : skipToken))
  const machine = useQuery(trpc.assets.get.queryOptions(form.where === 'machine' && form.machine !== null ? { id: form.machine.id } : skipToken))
  if (form.where === 'class') return classes.data?.find((one) => one.id === form.classId)?.points ?? null
  return machine.data?.points ?? null
}
