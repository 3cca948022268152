'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { cx } from '../../../../_ui/cx.ts'
import { Link } from '../../../../_ui/link.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import type { JobRow } from '../../prepare/backtest-job.ts'

interface JobListProps {
  readonly ruleId: string
  readonly jobs: readonly JobRow[]
  readonly open: string | null
}

/** JobList names the back-tests of a rule, the newest first; each has an address of its own. */
export function JobList({ ruleId, jobs, open }: JobListProps): ReactNode {
  const t = useTranslations('backtest.list')
  const locale = useLocale()
  const zone = useTimeZone()
  return (
    <Panel title={t('title')} bare>
      {jobs.length === 0 ? <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p> : (
        <ol className="divide-y divide-line-soft">
          {jobs.map((job) => (
            <li key={job.id} className={cx('px-3.5 py-2 text-13', job.id === open && 'bg-g3')}>
              <Link href={`/rules/${ruleId}?tab=backtest&run=${job.id}`} plain scroll={false} aria-current={job.id === open ? 'true' : undefined} className="touch num flex min-h-6 items-center font-mid">
                <Timestamp at={job.requestedAt} style="short" />
              </Link>
              <p className="text-12 text-fg-2">
                <span className="num">{formatMoment(job.fromMs, 'day', locale, zone)} – {formatMoment(job.toMs, 'day', locale, zone)}</span>, {t(`state.${job.state}`)}
                {job.comparedVersion !== null && <>, {t('beside', { version: job.comparedVersion })}</>}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('kept')}</p>
    </Panel>
  )
}
