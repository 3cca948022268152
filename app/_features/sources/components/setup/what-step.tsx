'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { NAME_LENGTH } from '#server/core/sources/settings.ts'
import { Button } from '../../../../_ui/button.tsx'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import type { SourceDraft } from '../../prepare/setup/draft.ts'
import { whatProblems } from '../../prepare/setup/problems.ts'
import type { Place } from '../../prepare/setup/place.ts'

interface WhatStepProps {
  readonly draft: SourceDraft
  readonly places: readonly Place[]
  /** False for a source that is there: it keeps its kind and its site. */
  readonly isNew: boolean
  readonly error: string | null
  readonly onChange: (draft: SourceDraft) => void
  readonly onDone: () => void
}

/** WhatStep asks how the readings come, for which site, and what people will call the source. */
export function WhatStep({ draft, places, isNew, error, onChange, onDone }: WhatStepProps): ReactNode {
  const t = useTranslations('setup')
  const [asked, setAsked] = useState(false)
  const problems = whatProblems(draft)
  const problem = (field: 'kind' | 'siteId' | 'name'): string | undefined => (asked && problems.has(field) ? t(`problem.${field}`) : undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (problems.size === 0) onDone()
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-[560px] gap-4">
      {isNew && <ChoiceCards
        label={t('kind.label')} columns="grid-cols-2 max-sm:grid-cols-1" value={draft.kind} error={problem('kind')}
        choices={[{ id: 'mqtt', label: t('kind.mqtt'), note: t('kind.mqttNote') }, { id: 'http', label: t('kind.http'), note: t('kind.httpNote') }]}
        onChange={(kind) => { onChange({ ...draft, kind: kind === 'http' ? 'http' : 'mqtt' }) }}
      />}
      {isNew && places.length > 1 && (
        <Select label={t('site')} value={draft.siteId} error={problem('siteId')} choices={places.map(({ id, name, code }) => ({ id, label: name, note: code }))} onChange={(siteId) => { onChange({ ...draft, siteId }) }} />
      )}
      <TextField label={t('name')} hint={t('nameHint')} maxLength={NAME_LENGTH} value={draft.name} error={problem('name')} onChange={(name) => { onChange({ ...draft, name }) }} />
      {error !== null && <ErrorState message={error} />}
      <div><Button type="submit" variant="primary">{t('next')}</Button></div>
    </form>
  )
}
