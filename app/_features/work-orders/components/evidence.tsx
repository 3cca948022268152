'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { judgesPoint } from '#server/core/condition/measure-unit.ts'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { readRuleShape } from '#server/core/work-orders/evidence.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { useEvidenceModel } from '../../../_lib/trend/use-evidence-model.ts'
import { startsLog } from '../../../_lib/trend/values.ts'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { TrendControls, trendControls } from '../../../_ui/charts/trend-controls.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { chosenEpisode, episodesOf } from '../prepare/episodes.ts'
import type { OrderView } from '../prepare/view.ts'
import { EpisodePicker } from './episode-picker.tsx'
import { EvidenceFacts } from './evidence-facts.tsx'

const HEIGHT = 280
const controls = { ...trendControls, episode: parseAsString }

/** Evidence is what was known each time that the problem came: the signal, its limit, the state of the machine, frozen; one episode is drawn, the others are a tap away. */
export function Evidence({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const server = useServerWords()
  const words = useOrderWords()
  const [{ axis: asked, view: shown, episode: named }, set] = useQueryStates(controls)
  const episodes = episodesOf(view)
  const episode = chosenEpisode(episodes, named)
  const data = episode?.data ?? null
  const model = useEvidenceModel(data, episode?.stands === true && !isEnded(view.order.status as WorkOrderStatus))
  const title = <Term term="evidence">{t('title')}</Term>
  if (episode === null) {
    const description = words.description(view.order)
    return (
      <Panel title={title}>
        {description !== null && <p className="mb-3 max-w-[75ch] text-14 whitespace-pre-line">{description}</p>}
        <EmptyState>{t(view.order.source === 'condition' ? 'notYet' : 'none')}</EmptyState>
      </Panel>
    )
  }
  const axis = asked ?? (model !== null && startsLog(model) ? 'log' : 'linear')
  return (
    <Panel
      title={title} bare
      note={data !== null && <>{t('frozen')} <Timestamp at={data.firedAt} className="num" />{data.additions.length > 0 && t('added')}</>}
      aside={model !== null && <TrendControls model={model} axis={axis} view={shown} onChange={(change) => { void set(change) }} />}
    >
      <EpisodePicker episodes={episodes} chosen={episode.id} onChoose={(id) => { void set({ episode: id }) }} />
      <div className="px-2 pt-2 pb-2.5">
        {data === null || model === null ? <EmptyState>{t('notYet')}</EmptyState>
          : model.series[0]?.points.length === 0 ? <EmptyState>{t('empty')}</EmptyState>
            : <TrendChart key={episode.id} label={t('label', { point: data.trend.point.name, machine: data.asset.tag })} model={model} scale={axis} height={HEIGHT} asTable={shown === 'table'} />}
      </div>
      {data !== null && <Judges definition={data.rule.definition} />}
      <EvidenceFacts episode={episode} />
      {view.asset.credit !== null && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{server.says(view.asset.creditText, view.asset.credit)}</p>}
    </Panel>
  )
}

/** Judges says what a rule judges where that is not the value in the picture. */
function Judges({ definition }: { readonly definition: unknown }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const rule = readRuleShape(definition)
  const { kind } = rule.measure
  return judgesPoint(rule) || kind === 'value' || kind === 'iso-zone' ? null : <p className="px-3.5 pb-2.5 text-12 text-fg-2">{t(`judges.${kind}`)}</p>
}
