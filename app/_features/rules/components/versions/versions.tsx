'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsInteger, useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import { pairOf } from '../../prepare/life.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { Difference } from './difference.tsx'
import { LifePanel } from './life-panel.tsx'
import { VersionList } from './version-list.tsx'

const controls = { before: parseAsInteger, after: parseAsInteger }

/** Versions answers: what was changed, by whom, when and why? Every version, any two of them beside each other, and the turns of the rule's life. */
export function Versions({ rule }: { readonly rule: RuleView }): ReactNode {
  const t = useTranslations('verdicts.versions')
  const [asked, set] = useQueryStates(controls)
  const { data, error, refetch } = useQuery(useTRPC().rules.life.queryOptions({ id: rule.id }))
  if (error !== null) return <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  if (data === undefined) return <Skeleton className="h-72 w-full" />
  const pair = pairOf(data.versions, asked)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_324px]">
      <div className="grid min-w-0 gap-4">
        {pair === null
          ? <p className="rounded-lg border border-dashed border-g7 p-3.5 text-13 text-fg-2">{t('onlyOne')}</p>
          : <Difference rule={rule} versions={data.versions} pair={pair} onChange={(change) => { void set(change) }} />}
        <VersionList rule={rule} versions={data.versions} onCompare={(version) => { void set({ before: version, after: null }) }} />
      </div>
      <LifePanel turns={data.life} />
    </div>
  )
}
