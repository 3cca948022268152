'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { addLevel, canAddLevel, MOST_LEVELS } from '../../prepare/ladder.ts'
import type { EditorProps } from '../editor-props.ts'
import { LevelRow } from './level-row.tsx'

/** LadderEditor adds worse levels to a rule, each more urgent than the one before it; all of them are one order. */
export function LadderEditor(props: EditorProps): ReactNode {
  const t = useTranslations('rules.edit.ladder')
  const { definition, change } = props
  const { ladder } = definition
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="max-w-[75ch] text-12 text-fg-2">{t(ladder.length === 0 ? 'none' : 'note')}</p>
      {ladder.length > 0 && <ol className="grid gap-2">{ladder.map((level, index) => <LevelRow key={index} {...props} level={level} index={index} />)}</ol>}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" isDisabled={!canAddLevel(definition)} onPress={() => { change(addLevel(definition)) }}>{t('add')}</Button>
        {!canAddLevel(definition) && <p className="text-12 text-fg-2">{t(ladder.length === MOST_LEVELS ? 'most' : 'noPriority')}</p>}
      </div>
    </div>
  )
}
