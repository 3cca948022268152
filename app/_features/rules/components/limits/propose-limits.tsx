'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isLearnable } from '#server/core/limits/learnable.ts'
import { Panel } from '../../../../_ui/panel.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { Draft } from '../../hooks/use-draft.ts'
import { useLimits } from '../../hooks/use-limits.ts'
import { isOver } from '../../prepare/backtest-job.ts'
import type { RuleView, WatchedPoint } from '../../prepare/rule.ts'
import { JobEnded } from '../backtest/job-ended.tsx'
import { JobProgress } from '../backtest/job-progress.tsx'
import { LimitsForm } from './limits-form.tsx'
import { LimitsResult } from './limits-result.tsx'

interface ProposeLimitsProps {
  readonly rule: RuleView
  readonly draft: Draft
  /** The points that the rule watches, machine by machine. */
  readonly points: readonly WatchedPoint[]
  readonly fits: boolean
}

/** ProposeLimits learns limits from a point's past when asked, says what each would have called falsely, and puts the chosen one into the draft; it publishes nothing. */
export function ProposeLimits({ rule, draft, points, fits }: ProposeLimitsProps): ReactNode {
  const t = useTranslations('backtest.limits')
  const limits = useLimits(rule.id)
  const { job } = limits
  if (!isLearnable(draft.definition.measure) || points.length === 0) return null
  const over = job !== null && isOver(job)
  return (
    <Panel title={t('title')} note={t('note')} {...(over ? { aside: <Button size="sm" onPress={limits.close}>{t('other')}</Button> } : {})}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 text-13">
        {limits.failure !== null && <ErrorState message={limits.failure} />}
        {job === null && !limits.isLoading && <LimitsForm rule={rule} definition={draft.definition} points={points} fits={fits} limits={limits} />}
        {limits.isLoading && <Skeleton className="h-24 w-full" />}
        {job !== null && !over && <JobProgress job={job} onCancel={() => { limits.cancel(job.id) }} isCancelling={limits.isCancelling} />}
        {job !== null && over && job.limits === null && <JobEnded job={job} onAgain={limits.close} isStarting={false} />}
        {job?.limits != null && <LimitsResult rule={rule} draft={draft} report={job.limits} />}
      </div>
    </Panel>
  )
}
