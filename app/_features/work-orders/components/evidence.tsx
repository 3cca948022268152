'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import { useMemo, type ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { TrendControls, trendControls } from '../../../_ui/charts/trend-controls.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { startsLog } from '../../../_lib/trend/values.ts'
import { trendOfEvidence } from '../prepare/evidence.ts'
import type { OrderView } from '../prepare/view.ts'
import { EvidenceFacts } from './evidence-facts.tsx'

const HEIGHT = 280

/** Evidence is what was known when the order opened: the signal, its limit, the state of the machine, frozen. */
export function Evidence({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const locale = useLocale()
  const zone = useTimeZone()
  const server = useServerWords()
  const data = view.evidence.find((one) => one.data !== null)?.data ?? null
  const [{ axis: asked, view: shown }, set] = useQueryStates(trendControls)
  const stands = view.incident?.state === 'open' && !isEnded(view.order.status as WorkOrderStatus)
  const model = useMemo(
    () => data === null ? null : trendOfEvidence(data, stands, {
      limit: t('limit'), fired: t('fired', { at: formatMoment(Date.parse(data.firedAt), 'clock', locale, zone) }),
      gateValue: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
    }),
    [data, stands, t, locale, zone],
  )
  const title = <Term term="evidence">{t('title')}</Term>
  if (data === null || model === null) {
    return (
      <Panel title={title}>
        {view.order.description !== null && <p className="mb-3 max-w-[75ch] text-14 whitespace-pre-line">{view.order.description}</p>}
        <EmptyState>{t(view.order.source === 'condition' ? 'notYet' : 'none')}</EmptyState>
      </Panel>
    )
  }
  const axis = asked ?? (startsLog(model) ? 'log' : 'linear')
  return (
    <Panel
      title={title} bare
      note={<>{t('frozen')} <Timestamp at={data.firedAt} className="num" />{data.additions.length > 0 && t('added')}</>}
      aside={<TrendControls model={model} axis={axis} view={shown} onChange={(change) => { void set(change) }} />}
    >
      <div className="px-2 pt-2 pb-2.5">
        {model.series[0]?.points.length === 0
          ? <EmptyState>{t('empty')}</EmptyState>
          : <TrendChart label={t('label', { point: data.trend.point.name, machine: data.asset.tag })} model={model} scale={axis} height={HEIGHT} asTable={shown === 'table'} />}
      </div>
      <EvidenceFacts evidence={data} view={view} />
      {data.asset.credit !== null && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{server.says(view.asset.creditText, data.asset.credit)}</p>}
    </Panel>
  )
}
