'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Link } from '../../../../_ui/link.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Term } from '../../../../_ui/term.tsx'
import { Age } from '../../../../_ui/time.tsx'
import { Value } from '../../../../_ui/value.tsx'
import { pointState, type TrialPoint, type TrialView } from '../../prepare/setup/trial.ts'

function PointLine({ trial }: { readonly trial: TrialPoint }): ReactNode {
  const t = useTranslations('setup.trial')
  const { key, point, latest } = trial
  const state = pointState(trial)
  return (
    <li className="flex flex-wrap items-end justify-between gap-x-5 gap-y-2 border-t border-line-soft px-3.5 py-3 first:border-t-0">
      <div className="min-w-0">
        <p className="text-13 font-mid break-all">{point === null ? key : point.name}</p>
        <p className="text-12 break-all text-fg-2">
          {point === null ? t('noPoint') : <>{key}{' · '}<Link href={`/assets/${point.machineId}`} className="touch inline-flex min-h-6 items-center">{point.machine}</Link></>}
        </p>
      </div>
      {state === 'nothing' && <p className="text-13 text-fg-2">{t('nothingYet')}</p>}
      {point !== null && latest !== null && (
        <dl className="flex items-end gap-5 text-end">
          <div className="flex flex-col-reverse"><dt className="sr-only">{t('value')}</dt><dd className="text-28 font-strong"><Value value={latest.value} unit={point.unit} /></dd></div>
          <div className="flex flex-col-reverse"><dt className="text-12 text-fg-2">{t('age')}</dt><dd className="text-15 font-mid whitespace-nowrap"><Age ms={latest.ageMs} /></dd></div>
          <div className="flex flex-col-reverse"><dt className="text-12 text-fg-2"><Term term="quality">{t('quality')}</Term></dt><dd className="text-15 font-mid">{t(`qualities.${latest.quality}`)}</dd></div>
        </dl>
      )}
    </li>
  )
}

/** TrialPoints are the points to which the source leads, each with its newest value, its age and quality. */
export function TrialPoints({ trial }: { readonly trial: TrialView }): ReactNode {
  const t = useTranslations('setup.trial')
  return (
    <Panel title={t('points')} note={trial.points.length === 0 ? undefined : t('pointsNote')} bare>
      {trial.points.length === 0
        ? <div className="p-3.5"><EmptyState>{t('noPoints')}</EmptyState></div>
        : <ul>{trial.points.map((point) => <PointLine key={point.key} trial={point} />)}</ul>}
    </Panel>
  )
}
