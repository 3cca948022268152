'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { withDirection } from '../../prepare/change.ts'
import type { EditorProps } from '../editor-props.ts'

const DIRECTIONS = ['above', 'below', 'outside'] as const

/** DirectionEditor says which side of the limit is bad; what was typed is kept as far as it makes sense there. */
export function DirectionEditor({ definition, change }: EditorProps): ReactNode {
  const t = useTranslations('rules')
  return (
    <Segmented
      label={t('word.direction')} value={definition.direction} choices={DIRECTIONS.map((id) => ({ id, label: t(`edit.direction.${id}`) }))}
      onChange={(direction) => { change(withDirection(definition, direction)) }}
    />
  )
}
