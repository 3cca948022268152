'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { JobActions } from '../../hooks/use-backtests.ts'
import { useBacktestSides } from '../../hooks/use-side-words.ts'
import { isOver, type JobView } from '../../prepare/backtest-job.ts'
import type { Definition, RuleView } from '../../prepare/rule.ts'
import { JobEnded } from './job-ended.tsx'
import { JobProgress } from './job-progress.tsx'
import { Result } from './result.tsx'
import { Said } from './said.tsx'

interface JobProps {
  readonly rule: RuleView
  readonly definition: Definition
  readonly id: string
  readonly actions: JobActions
}

/** Job is the back-test that is open: how far it is, why it ended without a result, or what it has come to. */
export function Job({ id, ...props }: JobProps): ReactNode {
  const { data, error, refetch } = useQuery(useTRPC().backtests.get.queryOptions({ id }))
  if (error !== null) return <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  return data === undefined ? <Skeleton className="h-72 w-full" /> : <Opened {...props} job={data} />
}

function Opened({ rule, definition, job, actions }: Omit<JobProps, 'id'> & { readonly job: JobView }): ReactNode {
  const t = useTranslations('backtest.job')
  const locale = useLocale()
  const zone = useTimeZone()
  const sides = useBacktestSides(rule, job)
  const moment = (at: number): string => formatMoment(at, 'short', locale, zone)
  const { edit } = rule.allowed
  const again = edit && sides.tried !== null ? () => { if (sides.tried !== null) actions.start(sides.tried, { from: job.fromMs, to: job.toMs }) } : null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Panel title={t('title', { from: moment(job.fromMs), to: moment(job.toMs) })} {...(job.report === null ? {} : { note: t('readings', { count: job.report.readings, machines: job.machines }) })}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <Said rule={rule} sides={sides} definition={definition} />
          {!isOver(job) && <JobProgress job={job} onCancel={edit ? () => { actions.cancel(job.id) } : null} isCancelling={actions.isCancelling} />}
          {isOver(job) && job.state !== 'done' && <JobEnded job={job} onAgain={again} isStarting={actions.isStarting} />}
          {job.report?.readings === 0 && <p role="status" className="text-13 font-mid">{t('noReadings')}</p>}
        </div>
      </Panel>
      {job.report !== null && <Result report={job.report} sides={sides} />}
    </div>
  )
}
