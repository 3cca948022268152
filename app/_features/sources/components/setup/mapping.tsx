'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { HeardMessage } from '#server/core/sources/heard.ts'
import { Button } from '../../../../_ui/button.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { EMPTY_TOPIC, type MqttDraft } from '../../prepare/setup/draft.ts'
import type { SitePoint } from '../../prepare/setup/place.ts'
import type { ProblemWords } from '../../prepare/setup/problems.ts'
import { TopicBlock } from './topic-block.tsx'

interface MappingProps {
  readonly draft: MqttDraft
  readonly points: readonly SitePoint[]
  readonly messages: readonly HeardMessage[]
  readonly problem: ProblemWords
  readonly onChange: (draft: MqttDraft) => void
}

/** Mapping is what becomes of the messages: which value is which point's. */
export function Mapping({ draft, points, messages, problem, onChange }: MappingProps): ReactNode {
  const t = useTranslations('setup.map')
  const change = (topics: MqttDraft['topics']): void => { onChange({ ...draft, topics }) }
  const add = <Button size={draft.topics.length === 0 ? 'md' : 'sm'} onPress={() => { change([...draft.topics, EMPTY_TOPIC]) }}>{draft.topics.length === 0 ? t('byHand') : t('addTopic')}</Button>
  const missing = problem('mappings')
  return (
    <div className="grid gap-3">
      <h3 className="text-13 font-strong">{t('title')}</h3>
      {draft.topics.length === 0 && <EmptyState action={add}>{t('none')}</EmptyState>}
      {missing !== undefined && draft.topics.length === 0 && <p role="alert" className="text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{missing}</p>}
      {draft.topics.map((topic, index) => (
        <TopicBlock
          key={index} number={index + 1} draft={topic} points={points} messages={messages}
          problem={(path) => problem(`mappings.${index}.${path}`)}
          onChange={(changed) => { change(draft.topics.with(index, changed)) }}
          onRemove={() => { change(draft.topics.toSpliced(index, 1)) }}
        />
      ))}
      {draft.topics.length > 0 && <div>{add}</div>}
    </div>
  )
}
