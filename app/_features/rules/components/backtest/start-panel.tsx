'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useNow } from '../../../../_lib/time/now.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { JobActions } from '../../hooks/use-backtests.ts'
import { useExtent } from '../../hooks/use-extent.ts'
import { rangeOf, type RangeForm } from '../../prepare/past-range.ts'
import { isSame, publishedOf, type Definition, type RuleView } from '../../prepare/rule.ts'
import { HistoryNote } from './history-note.tsx'
import { RangeFields } from './range-fields.tsx'

interface StartPanelProps {
  readonly rule: RuleView
  /** What stands in the editor. */
  readonly definition: Definition
  readonly fits: boolean
  readonly form: RangeForm
  readonly onChange: (form: RangeForm) => void
  readonly actions: JobActions
}

/** StartPanel chooses over which past the rule in the editor is tried, says how much past there is, and begins. */
export function StartPanel({ rule, definition, fits, form, onChange, actions }: StartPanelProps): ReactNode {
  const t = useTranslations('backtest.start')
  const zone = useTimeZone()
  const now = useNow()
  const { extent, error, retry } = useExtent(rule, definition)
  const kept = extent?.kept ?? null
  const inForce = rule.status === 'published' ? publishedOf(rule) : null
  const range = rangeOf(form, kept, now, zone)
  const what = inForce === null ? 'alone' : isSame(inForce, definition) ? 'same' : 'beside'
  return (
    <Panel title={t('title')}>
      {rule.points.length === 0 ? <EmptyState>{t('noPoint')}</EmptyState> : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 text-13">
          <p className="max-w-[75ch] text-pretty">{t(what, { version: rule.version ?? 0 })}</p>
          <RangeFields form={form} kept={kept} onChange={onChange} />
          {error !== null && <ErrorState message={error.message} onRetry={retry} />}
          {extent === null && error === null && <Skeleton className="h-4 w-80 max-w-full" />}
          {extent !== null && <HistoryNote extent={extent} range={range} />}
          {!fits && <p role="status" className="font-mid">{t('fixFirst')}</p>}
          {actions.failure !== null && <ErrorState message={actions.failure} />}
          <div>
            <Button
              variant="primary" isPending={actions.isStarting} isDisabled={!fits || range === null || kept === null}
              onPress={() => { if (range !== null) actions.start(definition, range) }}
            >
              {t('go')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  )
}
