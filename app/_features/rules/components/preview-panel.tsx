'use client'

import { useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { startsLog } from '../../../_lib/trend/values.ts'
import { TrendControls } from '../../../_ui/charts/trend-controls.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Select } from '../../../_ui/select.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'
import { usePicture } from '../hooks/use-picture.ts'
import { DAYS, tryControls, type RuleTrial } from '../hooks/use-try.ts'
import type { RuleView } from '../prepare/rule.ts'
import { PreviewChart } from './preview-chart.tsx'
import { PreviewNote } from './preview-note.tsx'

interface PreviewPanelProps {
  readonly rule: RuleView
  readonly fits: boolean
  readonly trial: RuleTrial
}

/** PreviewPanel tries the rule on a point's last days: the signal, the limits, and where it would have fired. */
export function PreviewPanel({ rule, fits, trial }: PreviewPanelProps): ReactNode {
  const t = useTranslations('rules')
  const [{ axis: chosen, view }, set] = useQueryStates(tryControls)
  const { points, point, days, draft } = trial
  const model = usePicture(rule, trial)
  const axis = chosen ?? (model !== null && startsLog(model) ? 'log' : 'linear')
  const empty = draft.preview !== null && draft.preview.points.length === 0
  // Nothing came of it, and nothing is wrong with it: it learnt, or its times and bands were never there.
  const isUnjudged = draft.preview !== null && !empty && draft.preview.problem === null && draft.preview.judged?.points.length === 0
  return (
    <Panel
      title={t('preview.title')} bare
      aside={(
        <>
          <Segmented label={t('preview.days')} value={String(days) as '30'} choices={DAYS.map((id) => ({ id: String(id) as '30', label: t(`preview.day.${id}`) }))} onChange={(id) => { void set({ days: DAYS.find((one) => String(one) === id) ?? 30 }) }} />
          <TrendControls model={model} axis={axis} view={view} onChange={(change) => { void set(change) }} />
        </>
      )}
    >
      <div className="px-3.5 pt-2.5 pb-3" aria-busy={draft.isLoading}>
        {point === null ? <EmptyState>{t('preview.noPoint')}</EmptyState> : (
          <>
            <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
              {points.length > 1 && (
                <Select
                  label={t('preview.point')} value={point.id} className="w-64 max-w-full" onChange={(id) => { void set({ point: id }) }}
                  choices={points.map((one) => ({ id: one.id, label: `${one.assetTag} ${one.name}` }))}
                />
              )}
              {draft.preview !== null && !empty && <PreviewNote preview={draft.preview} point={point} days={days} />}
            </div>
            {!fits && <p role="status" className="mb-2 text-12 font-mid">{t('preview.fixFirst')}</p>}
            {draft.preview?.problem != null && <p role="status" className="mb-2 max-w-[75ch] text-12"><b className="font-mid before:me-1.5 before:font-strong before:content-['!']">{t('preview.cannot')}</b> {t(`trouble.${draft.preview.problem}.why`)} {t(`trouble.${draft.preview.problem}.do`)}</p>}
            {isUnjudged && <p role="status" className="mb-2 max-w-[75ch] text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{t('preview.unjudged')}</p>}
            {draft.error !== null && <ErrorState message={draft.error.message} onRetry={draft.retry} />}
            {draft.preview === null && draft.error === null && <Skeleton className="h-[300px] w-full" />}
            {empty && <EmptyState>{t('preview.noReadings', { point: `${point.assetTag} ${point.name}` })}</EmptyState>}
            {model !== null && !empty && <PreviewChart rule={rule} trial={trial} point={point} model={model} scale={axis} asTable={view === 'table'} />}
          </>
        )}
      </div>
    </Panel>
  )
}
