'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Select } from '../../../../_ui/select.tsx'
import { KINDS, withKind } from '../../prepare/measure.ts'
import type { EditorProps } from '../editor-props.ts'
import { MeasureFields } from './measure-fields.tsx'

/** MeasurePanel chooses what a rule shall notice, with an example of each kind, and how that is judged. */
export function MeasurePanel(props: EditorProps): ReactNode {
  const t = useTranslations('rules.measure')
  const { definition, change } = props
  return (
    <div role="group" aria-label={t('field.settings')} className="flex flex-wrap items-start gap-x-5 gap-y-3 border-t border-line-soft px-4 py-3 md:px-5">
      <Select
        label={t('ask')} hint={t(`notice.${definition.measure.kind}.example`)} value={definition.measure.kind} className="w-80 max-w-full"
        choices={KINDS.map((id) => ({ id, label: t(`notice.${id}.title`), note: t(`notice.${id}.example`) }))}
        onChange={(id) => { change(withKind(definition, KINDS.find((kind) => kind === id) ?? 'value')) }}
      />
      <MeasureFields {...props} />
    </div>
  )
}
