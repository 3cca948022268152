'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import { useShadowActions } from '../../hooks/use-shadow-actions.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { ByMachine } from './by-machine.tsx'
import { Course } from './course.tsx'
import { FiringTable } from './firing-table.tsx'
import { LiveOnly } from './live-only.tsx'
import { NoShadow } from './no-shadow.tsx'
import { ShadowPanel } from './shadow-panel.tsx'

/** Shadow answers: what would this version have raised? It is judged on every reading, counts, and raises nothing until a person promotes it. */
export function Shadow({ rule }: { readonly rule: RuleView }): ReactNode {
  const t = useTranslations('verdicts.shadow')
  const actions = useShadowActions(rule.id)
  const { data, error, refetch } = useQuery(useTRPC().rules.shadow.queryOptions({ id: rule.id }))
  if (error !== null) return <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  if (data === undefined) return <Skeleton className="h-72 w-full" />
  if (data === null) return <NoShadow rule={rule} actions={actions} />
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ShadowPanel rule={rule} view={data} actions={actions} />
      {data.firings.length + data.live.length === 0
        ? <p className="rounded-lg border border-dashed border-g7 p-3.5 text-13 text-fg-2">{t('nothingYet')}</p>
        : (
            <>
              <FiringTable view={data} actions={actions} />
              <div className="grid items-start gap-4 lg:grid-cols-2">
                <ByMachine view={data} />
                {data.liveVersion !== null && <LiveOnly view={data} />}
              </div>
            </>
          )}
      <Course rule={rule} view={data} />
    </div>
  )
}
