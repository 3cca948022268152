'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { Select } from '../../../../_ui/select.tsx'
import type { EditorProps } from '../editor-props.ts'

const NONE = '-'

/** ModeEditor names the way in which the machine fails, or none. */
export function ModeEditor({ definition, change, vocabulary }: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const server = useServerWords()
  const modes = vocabulary.failureModes.map((mode) => ({ id: mode.code, label: server.mode(mode), note: mode.code }))
  const known = definition.failureMode === null || modes.some((mode) => mode.id === definition.failureMode)
  return (
    <Select
      label={<span className="sr-only">{t('mode')}</span>} hint={t('noModeHint')} value={definition.failureMode ?? NONE} className="max-w-80"
      choices={[...modes, ...(known ? [] : [{ id: definition.failureMode ?? '', label: definition.failureMode ?? '' }]), { id: NONE, label: t('noMode') }]}
      onChange={(id) => { change({ ...definition, failureMode: id === NONE ? null : id }) }}
    />
  )
}
