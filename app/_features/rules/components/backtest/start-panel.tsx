'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useNow } from '../../../../_lib/time/now.tsx'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { JobActions } from '../../hooks/use-backtests.ts'
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
  const trpc = useTRPC()
  const isThere = rule.points.length > 0 && definition.points.length > 0
  const { data, error, refetch } = useQuery(trpc.backtests.extent.queryOptions({ ruleId: rule.id, codes: definition.points }, { enabled: isThere }))
  const inForce = rule.status === 'published' ? publishedOf(rule) : null
  const range = rangeOf(form, data?.kept ?? null, now, zone)
  const what = inForce === null ? 'alone' : isSame(inForce, definition) ? 'same' : 'beside'
  return (
    <Panel title={t('title')}>
      {rule.points.length === 0 ? <EmptyState>{t('noPoint')}</EmptyState> : (
        <div className="grid gap-3 text-13">
          <p className="max-w-[75ch] text-pretty">{t(what, { version: rule.version ?? 0 })}</p>
          <RangeFields form={form} kept={data?.kept ?? null} onChange={onChange} />
          {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
          {data === undefined && error === null && <Skeleton className="h-4 w-80 max-w-full" />}
          {data !== undefined && <HistoryNote extent={data} range={range} />}
          {!fits && <p role="status" className="font-mid">{t('fixFirst')}</p>}
          {actions.failure !== null && <ErrorState message={actions.failure} />}
          <div>
            <Button
              variant="primary" isPending={actions.isStarting} isDisabled={!fits || range === null || data === undefined || data.kept === null}
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
