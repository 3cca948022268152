'use client'

import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Checkbox } from '../../../../_ui/checkbox.tsx'
import { withPoint } from '../../prepare/change.ts'
import { pointNamed } from '../../prepare/rule.ts'
import type { EditorProps } from '../editor-props.ts'

/** PointsEditor chooses what is watched; each point is judged by itself, and one of them is enough. */
export function PointsEditor({ definition, change, vocabulary }: EditorProps): ReactNode {
  const order = vocabulary.points.map((point) => point.code)
  const codes = [...order, ...definition.points.filter((code) => !order.includes(code))]
  return (
    <ul className="flex flex-wrap gap-x-6">
      {codes.map((code) => {
        const point = pointNamed(vocabulary, code)
        return (
          <li key={code}>
            <Checkbox isSelected={definition.points.includes(code)} onChange={(watched) => { change(withPoint(definition, code, watched, order)) }}>
              {point.name} <span className="text-fg-2">{[point.code, unitLabel(point.unit)].filter(Boolean).join(', ')}</span>
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
