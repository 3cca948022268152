'use client'

import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { withMeasure } from '../../prepare/measure.ts'
import type { Definition } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import { DurationFields } from '../edit/duration-fields.tsx'
import type { EditorProps } from '../editor-props.ts'
import { FIELD_FORMAT } from '../edit/value-field.tsx'

/** Measure is how a rule judges. */
export type Measure<Kind extends Definition['measure']['kind']> = Extract<Definition['measure'], { kind: Kind }>

/** MeasureOf is what the fields of one kind of measure get: the rule's editor, and the measure itself. */
export type MeasureOf<Kind extends Definition['measure']['kind']> = EditorProps & { readonly measure: Measure<Kind> }

interface FieldProps {
  readonly editor: EditorProps
  readonly field: string
  readonly label: string
  readonly hint: string
}

/** useMeasureField gives how to change a field of the measure, and what does not fit about it. */
function useMeasureField({ definition, change, problems }: EditorProps, field: string): { error: string | undefined; set: (value: unknown) => void } {
  const problemWords = useProblemWords()
  const problem = problemAt(problems, 'measure', field)
  return { error: problem && problemWords(problem), set: (value) => { change(withMeasure(definition, { ...definition.measure, [field]: value })) } }
}

/** MeasureLength is a length of time of the measure, with a sentence that says what it does. */
export function MeasureLength({ editor, field, label, hint, ms }: FieldProps & { readonly ms: number }): ReactNode {
  const { error, set } = useMeasureField(editor, field)
  return <DurationFields label={label} hint={hint} ms={ms} error={error} onChange={set} />
}

interface NumberProps extends FieldProps {
  readonly value: number | null
  /** UCUM; empty for a plain number. */
  readonly unit: string
  /** Whether it may stay empty. */
  readonly optional?: boolean
}

/** MeasureNumber is a number of the measure in its unit; an optional one may stay empty. */
export function MeasureNumber({ editor, field, label, hint, value, unit, optional = false }: NumberProps): ReactNode {
  const { error, set } = useMeasureField(editor, field)
  const shown = unitLabel(unit)
  return (
    <NumberField
      label={label} hint={hint} value={value ?? Number.NaN} steppers={false} formatOptions={FIELD_FORMAT} isWheelDisabled error={error} className="max-w-[300px]"
      onChange={(typed) => { set(optional && Number.isNaN(typed) ? null : typed) }} {...(shown === '' ? {} : { unit: shown })}
    />
  )
}
