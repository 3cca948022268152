'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Link } from '../../../../_ui/link.tsx'
import type { Draft } from '../../hooks/use-draft.ts'
import { whyNothing, withCandidate, type LimitsView } from '../../prepare/limits.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { CandidateItem } from './candidate-item.tsx'
import { StatesTable } from './states-table.tsx'

interface LimitsResultProps {
  readonly rule: RuleView
  readonly draft: Draft
  readonly report: LimitsView
}

/** LimitsResult shows the limits that were learnt, what each would have called falsely, and from which readings; or why there are none. */
export function LimitsResult({ rule, draft, report }: LimitsResultProps): ReactNode {
  const t = useTranslations('backtest.limits')
  const locale = useLocale()
  const zone = useTimeZone()
  const moment = (at: number): string => formatMoment(at, 'short', locale, zone)
  const point = rule.points.find(({ id }) => id === report.pointId)
  const nothing = whyNothing(report)
  return (
    <>
      <p className="max-w-[90ch] text-pretty">
        {t('basis', { point: point === undefined ? '' : `${point.assetTag} ${point.name}`, count: report.learnt, from: moment(report.range.from), to: moment(report.range.to) })}
        {report.leftOut > 0 && <>{' '}{t('leftOut', { count: report.leftOut })}</>}
        {report.every > 1 && <>{' '}{t('every', { every: report.every })}</>}
      </p>
      {nothing !== null && <EmptyState>{t(`nothing.${nothing}`, { count: report.learnt })}</EmptyState>}
      {report.candidates.length > 0 && !report.candidates.some(({ recommended }) => recommended) && <p role="status" className="font-mid">{t('noneQuiet')}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
        {report.candidates.map((candidate) => (
          <li key={candidate.basis}>
            <CandidateItem
              rule={rule} definition={draft.definition} candidate={candidate}
              onTake={() => { draft.change(withCandidate(draft.definition, candidate)); toast(t('taken')) }}
            />
          </li>
        ))}
      </ul>
      {report.states.length > 0 && <StatesTable rule={rule} definition={draft.definition} report={report} />}
      {report.windows.length > 0 && (
        <details>
          <summary className="touch flex min-h-8 cursor-pointer items-center text-12 text-fg-2 underline">{t('windows', { count: report.windows.length })}</summary>
          <ul className="grid list-disc gap-1 ps-5 text-12">
            {report.windows.map((window) => (
              <li key={`${window.from} ${window.why}`}>
                <span className="num">{moment(window.from)} – {moment(window.to)}</span>, {t(`why.${window.why}`)}
                {window.orderNumber !== null && <>{' '}<Link href={`/work-orders/${window.orderNumber}`}>{window.orderNumber}</Link></>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
