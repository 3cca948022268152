'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { withKind } from '../../prepare/measure.ts'
import type { EditorProps } from '../editor-props.ts'
import { KindDialog } from './kind-dialog.tsx'
import { MeasureFields } from './measure-fields.tsx'

/** MeasureEditor says what a rule judges and how, sets that, and offers every other kind. */
export function MeasureEditor(props: EditorProps): ReactNode {
  const t = useTranslations('rules.measure')
  const [isChoosing, setChoosing] = useState(false)
  const { definition, change } = props
  const { kind } = definition.measure
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p className="max-w-[75ch] text-13"><b className="font-strong">{t(`notice.${kind}.title`)}.</b> {t(`notice.${kind}.what`)} <span className="text-fg-2">{t(`notice.${kind}.when`)}</span></p>
        <Button size="sm" onPress={() => { setChoosing(true) }}>{t('another')}</Button>
      </div>
      <MeasureFields {...props} />
      {isChoosing && <KindDialog chosen={kind} onChoose={(id) => { change(withKind(definition, id)) }} onClose={() => { setChoosing(false) }} />}
    </div>
  )
}
