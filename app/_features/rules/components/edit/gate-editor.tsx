'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { Table, Th } from '../../../../_ui/table.tsx'
import { addBand, withGate, withoutGate } from '../../prepare/change.ts'
import { gateUnitOf, pointNamed, limitUnitOf } from '../../prepare/rule.ts'
import type { EditorProps } from '../editor-props.ts'
import { BandRow } from './band-row.tsx'

const MOST_BANDS = 32

/** GateEditor lets another point decide which limit holds: a small table of bands, each with its limit. */
export function GateEditor(props: EditorProps): ReactNode {
  const { definition, change, vocabulary } = props
  const t = useTranslations('rules.edit')
  const { gate } = definition
  if (gate === null) return null
  const unit = unitLabel(limitUnitOf(definition, vocabulary))
  const gateUnit = unitLabel(gateUnitOf(definition, vocabulary))
  const withUnit = (word: string, of: string): string => (of === '' ? word : `${word}, ${of}`)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('gatePoint')} value={gate.point} className="w-72 max-w-full" onChange={(code) => { change(withGate(definition, code)) }}
          choices={vocabulary.points
            .filter((point) => point.code === gate.point || !definition.points.includes(point.code))
            .map((point) => ({ id: point.code, label: point.name, note: point.code }))}
        />
        <Button size="sm" variant="quiet" className="mb-1 underline" onPress={() => { change(withoutGate(definition)) }}>{t('gateOne')}</Button>
      </div>
      <div className="max-w-[680px]">
        <Table label={t('bands', { gate: pointNamed(vocabulary, gate.point).name })}>
          <thead>
            <tr>
              <Th className="!ps-0">{withUnit(t('band.from'), gateUnit)}</Th><Th>{withUnit(t('band.to'), gateUnit)}</Th><Th>{withUnit(t('band.limit'), unit)}</Th><Th>{withUnit(t('band.clear'), unit)}</Th><Th />
            </tr>
          </thead>
          <tbody>{gate.bands.map((band, index) => <BandRow key={index} {...props} band={band} index={index} isOnly={gate.bands.length === 1} />)}</tbody>
        </Table>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {gate.bands.length < MOST_BANDS && <Button size="sm" onPress={() => { change(addBand(definition)) }}>{t('band.add')}</Button>}
        <p className="text-12 text-fg-2">{t('bandNote')}</p>
      </div>
    </div>
  )
}
