'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import type { HeardMessage } from '#server/core/sources/heard.ts'
import { TimeAgo } from '../../../../_ui/time.tsx'
import type { MqttDraft } from '../../prepare/setup/draft.ts'
import { jsonRows } from '../../prepare/setup/json-rows.ts'
import { payloadOf, usesOf, type Tap } from '../../prepare/setup/taps.ts'
import { JsonLeaf } from './json-leaf.tsx'

const INDENT_PX = 14

interface HeardTopicProps {
  readonly message: HeardMessage
  readonly draft: MqttDraft
  readonly onTap: (tap: Tap) => void
}

const indent = (depth: number): CSSProperties => ({ paddingLeft: Math.max(0, depth - 1) * INDENT_PX })

/** HeardTopic is the newest message of one topic, laid out so that each of its values can be tapped. */
export function HeardTopic({ message, draft, onTap }: HeardTopicProps): ReactNode {
  const t = useTranslations('setup.listen')
  const rows = message.json ? jsonRows(payloadOf(message)) : []
  return (
    <li className="border-t border-line-soft px-3 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h4 className="min-w-0 text-13 font-mid break-all">{message.topic}</h4>
        <span className="text-12 text-fg-2">{t('count', { count: message.count })} · <TimeAgo at={message.at} />{message.retained && <> · {t('retained')}</>}</span>
      </div>
      {message.json
        ? (
            <ul className="mt-1 grid text-12">
              {rows.map((row) => (
                <li key={row.path} style={indent(row.depth)} className="flex min-h-6 items-center gap-1.5">
                  <span className="shrink-0 text-fg-2">{row.name}</span>
                  {row.text !== null && <JsonLeaf row={row} uses={usesOf(draft, message.topic, row.path)} onUse={(use) => { onTap({ message, path: row.path, use }) }} />}
                </li>
              ))}
            </ul>
          )
        : <p className="mt-1 text-12 break-all text-fg-2">{message.text === '' ? t('emptyMessage') : t('notJson', { text: message.text })}</p>}
      {message.cut && <p className="mt-1 text-12 text-fg-2">{t('cut')}</p>}
    </li>
  )
}
