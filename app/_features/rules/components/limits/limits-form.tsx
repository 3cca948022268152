'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useNow } from '../../../../_lib/time/now.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { useExtent } from '../../hooks/use-extent.ts'
import type { LimitsJob } from '../../hooks/use-limits.ts'
import { gateAsk, OWN_STATES, statePoints } from '../../prepare/limits.ts'
import { rangeOf, type RangeForm } from '../../prepare/past-range.ts'
import { pointNamed, vocabularyOf, type Definition, type RuleView, type WatchedPoint } from '../../prepare/rule.ts'
import { HistoryNote } from '../backtest/history-note.tsx'
import { RangeFields } from '../backtest/range-fields.tsx'

interface LimitsFormProps {
  readonly rule: RuleView
  readonly definition: Definition
  readonly points: readonly WatchedPoint[]
  readonly fits: boolean
  readonly limits: LimitsJob
}

const [FEWEST, USUAL, MOST] = [2, 3, 8]
const FIRST: RangeForm = { span: '90', firstDay: '', lastDay: '' }

/** LimitsForm asks from which point's past limits shall be learnt, over which range, and what tells the machine's state. */
export function LimitsForm({ rule, definition, points, fits, limits }: LimitsFormProps): ReactNode {
  const t = useTranslations('backtest.limits')
  const start = useTranslations('backtest.start')
  const zone = useTimeZone()
  const now = useNow()
  const [asked, setAsked] = useState<string | null>(null)
  const [form, setForm] = useState(FIRST)
  const [state, setState] = useState<string>(OWN_STATES)
  const [bands, setBands] = useState(USUAL)
  const { extent, error, retry } = useExtent(rule, definition)
  const kept = extent?.kept ?? null
  const vocabulary = vocabularyOf(rule)
  const tellers = statePoints(definition, vocabulary)
  const point = points.find(({ id }) => id === asked) ?? points[0]
  const range = rangeOf(form, kept, now, zone)
  const own = definition.gate === null ? t('state.none') : t('state.own', { gate: pointNamed(vocabulary, definition.gate.point).name })
  const ready = fits && range !== null && point !== undefined && kept !== null && bands >= FEWEST && bands <= MOST
  return (
    <>
      <p className="max-w-[75ch] text-pretty">{t('text')}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
        {points.length > 1 && (
          <Select label={t('point')} value={point?.id ?? null} className="w-64 max-w-full" onChange={setAsked} choices={points.map((one) => ({ id: one.id, label: `${one.assetTag} ${one.name}` }))} />
        )}
        {tellers.length > 0 && (
          <Select
            label={t('state.label')} value={state} className="w-64 max-w-full" onChange={setState}
            choices={[{ id: OWN_STATES, label: own }, ...tellers.map(({ code, name }) => ({ id: code, label: t('state.by', { point: name }) }))]}
          />
        )}
        {state !== OWN_STATES && <NumberField label={t('state.bands')} value={bands} minValue={FEWEST} maxValue={MOST} isWheelDisabled className="w-32" onChange={setBands} />}
      </div>
      <RangeFields form={form} kept={kept} onChange={setForm} />
      {error !== null && <ErrorState message={error.message} onRetry={retry} />}
      {extent !== null && <HistoryNote extent={extent} range={range} />}
      {!fits && <p role="status" className="font-mid">{start('fixFirst')}</p>}
      <div>
        <Button
          isDisabled={!ready || limits.isAsking}
          onPress={() => { if (range !== null && point !== undefined) limits.ask({ definition, pointId: point.id, gate: gateAsk(state, bands), range }) }}
        >
          {t('go')}
        </Button>
      </div>
    </>
  )
}
