'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { PriorityMark } from '../../../../_ui/priority-mark.tsx'
import type { EditorProps } from '../editor-props.ts'

const LEVELS = [1, 2, 3, 4] as const

/** PriorityEditor sets the priority of the order that the rule opens. */
export function PriorityEditor({ definition, change }: EditorProps): ReactNode {
  const t = useTranslations()
  return (
    <ToggleButtonGroup
      aria-label={t('rules.word.priority')} selectionMode="single" disallowEmptySelection selectedKeys={[String(definition.priority)]}
      onSelectionChange={(keys) => {
        const level = LEVELS.find((one) => keys.has(String(one)))
        if (level !== undefined) change({ ...definition, priority: level })
      }}
      className="flex flex-wrap gap-2"
    >
      {LEVELS.map((level) => (
        <ToggleButton
          key={level} id={String(level)}
          className="touch flex min-h-8 cursor-pointer items-center gap-2 rounded-md border border-g8 bg-surface px-3 text-13 hover:bg-g3 selected:border-g12 selected:bg-g4 selected:font-mid"
        >
          <PriorityMark priority={level} size={16} />{t(`common.priority.${level}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
