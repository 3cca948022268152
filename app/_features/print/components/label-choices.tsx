'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatsOf, type Format } from '#server/core/labels/sheet.ts'
import { SYMBOLOGIES } from '#server/core/labels/symbology.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Select } from '../../../_ui/select.tsx'
import { LABEL_KINDS, type ChangeLabels, type LabelChoice } from '../hooks/use-label-choice.ts'
import { ChooseMachines } from './choose-machines.tsx'

interface LabelChoicesProps {
  readonly choice: LabelChoice
  readonly format: Format
  readonly places: Outputs['labels']['sheet']['places']
  readonly onChange: ChangeLabels
}

const ALL = 'all'

/** LabelChoices choose what is labelled, the code, the sheet of labels, and how many of its first ones are used. */
export function LabelChoices({ choice, format, places, onChange }: LabelChoicesProps): ReactNode {
  const t = useTranslations('labels')
  const [choosing, setChoosing] = useState(false)
  const chosen = choice.ids?.length ?? 0
  return (
    <>
      <Segmented label={t('of')} value={choice.of} choices={LABEL_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))} onChange={(of) => { onChange({ of, area: null, ids: null }) }} />
      {choice.of === 'assets' && (
        <>
          <Select
            label={t('area')} value={choice.area ?? ALL} className="w-56"
            choices={[{ id: ALL, label: t('everywhere') }, ...places.map(({ id, tag, name, depth }) => ({ id, label: `${'\u2003'.repeat(depth)}${tag} ${name}` }))]}
            onChange={(id) => { onChange({ area: id === ALL ? null : id, ids: null }) }}
          />
          <Button onPress={() => { setChoosing(true) }}>{t('choose', { count: chosen })}</Button>
          {choosing && (
            <ChooseMachines
              chosen={choice.ids ?? []} onClose={() => { setChoosing(false) }}
              onChoose={(ids) => { setChoosing(false); onChange({ ids: ids.length === 0 ? null : [...ids], area: null }) }}
            />
          )}
        </>
      )}
      <Segmented label={t('code')} value={choice.code} choices={SYMBOLOGIES.map((id) => ({ id, label: t(`codes.${id}`) }))} onChange={(code) => { onChange({ code }) }} />
      <Select
        label={t('size')} value={format.id} className="w-60" onChange={(size) => { onChange({ size, used: 0 }) }}
        choices={formatsOf(choice.paper).map(({ id, width, height, columns, rows }) => ({ id, label: t('sizeOf', { width, height }), note: t('perSheet', { count: columns * rows }) }))}
      />
      <NumberField label={t('used')} value={choice.used} minValue={0} maxValue={format.columns * format.rows - 1} className="w-40" onChange={(used) => { onChange({ used: Number.isNaN(used) ? 0 : used }) }} />
    </>
  )
}
