'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { limitKindOf } from '#server/core/condition/own-limits.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { RuleOverrides } from '../prepare/holding.ts'
import { OwnLimitRow } from './own-limit-row.tsx'
import { SetOwnLimit } from './set-own-limit.tsx'

/** RuleOwnLimits lists the machines of a rule's class that are judged by limits of their own; nothing for a rule of one machine. */
export function RuleOwnLimits({ ruleId }: { readonly ruleId: string }): ReactNode {
  const t = useTranslations('ownLimits')
  const trpc = useTRPC()
  const { data: rule } = useSuspenseQuery(trpc.rules.get.queryOptions({ id: ruleId }))
  const { data, error, refetch } = useQuery(trpc.rules.overrides.queryOptions({ ruleId }))
  const [isAdding, setAdding] = useState(false)
  if (rule.assetId !== null) return null
  const takesNone = data?.definition == null || limitKindOf(data.definition) === 'none'
  const vocabulary = rule.vocabulary.points.length > 0 ? rule.vocabulary : { ...rule.vocabulary, points: rule.points }
  const add = data !== undefined && data.definition !== null && !takesNone && data.others.length > 0
    ? <Button size="sm" onPress={() => { setAdding(true) }}>{t('add')}</Button>
    : undefined
  return (
    <Panel className="mt-4" title={<Term term="ownLimit">{t('section')}</Term>} bare aside={data !== undefined && data.rows.length > 0 ? add : undefined}>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {data === undefined && error === null && <div className="p-3.5"><Skeleton className="h-16 w-full" /></div>}
      {data !== undefined && data.rows.length === 0 && <div className="p-3.5"><EmptyState action={add}>{t(takesNone ? 'decidesItself' : 'none')}</EmptyState></div>}
      {data !== undefined && <Rows rule={rule} vocabulary={vocabulary} data={data} />}
      {isAdding && data?.definition != null && (
        <SetOwnLimit rule={rule} definition={data.definition} vocabulary={vocabulary} machines={data.others} own={null} onClose={() => { setAdding(false) }} />
      )}
    </Panel>
  )
}

type RowsProps = Pick<Parameters<typeof OwnLimitRow>[0], 'rule' | 'vocabulary'> & { readonly data: RuleOverrides }

function Rows({ rule, vocabulary, data: { rows, definition } }: RowsProps): ReactNode {
  if (definition === null || rows.length === 0) return null
  return (
    <ul className="divide-y divide-line-soft">
      {rows.map((row) => <OwnLimitRow key={row.machine.id} rule={rule} definition={definition} vocabulary={vocabulary} row={row} />)}
    </ul>
  )
}
