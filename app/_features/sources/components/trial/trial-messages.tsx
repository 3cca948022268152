'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Heard, HeardMessage } from '#server/core/sources/heard.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { TimeAgo } from '../../../../_ui/time.tsx'

const valueWords = ({ value, unit = '' }: HeardMessage['readings'][number], locale: string): string => [formatNumber(value, locale), unitLabel(unit)].filter(Boolean).join(' ')

function Message({ message }: { readonly message: HeardMessage }): ReactNode {
  const t = useTranslations('setup')
  const locale = useLocale()
  const zone = useTimeZone()
  return (
    <li className="border-t border-line-soft px-3.5 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="min-w-0 text-13 font-mid break-all">{message.topic}</h3>
        <span className="text-12 text-fg-2">{t('listen.count', { count: message.count })} · <TimeAgo at={message.at} />{message.retained && <> · {t('listen.retained')}</>}</span>
      </div>
      <p className="mt-1 line-clamp-3 text-12 break-all text-fg-2">{message.text}</p>
      {message.readings.length > 0 && (
        <ul className="mt-1 grid gap-0.5 text-13">
          {message.readings.map((reading) => (
            <li key={reading.point}>
              {t('trial.became', { point: reading.point, value: valueWords(reading, locale), moment: formatMoment(reading.ts, 'full', locale, zone) })}
            </li>
          ))}
        </ul>
      )}
      {message.faults.map((fault) => <p key={fault} className="mt-1 border-l-2 border-g8 pl-2.5 text-13 text-pretty">{t('trial.fault', { fault })}</p>)}
      {message.readings.length === 0 && message.faults.length === 0 && <p className="mt-1 text-13 text-fg-2">{t('trial.leftOut')}</p>}
    </li>
  )
}

/** TrialMessages are the messages that came in, each with what was made of it. */
export function TrialMessages({ heard, children }: { readonly heard: Heard | null; readonly children: ReactNode }): ReactNode {
  const t = useTranslations('setup')
  return (
    <Panel title={t('trial.messages')} note={heard === null || heard.total === 0 ? undefined : t('listen.count', { count: heard.total })} aside={children} bare>
      {heard === null || heard.messages.length === 0
        ? <div className="p-3.5"><EmptyState>{t('trial.noMessages')}</EmptyState></div>
        : <ul className="max-h-[60vh] overflow-y-auto">{heard.messages.map((message) => <Message key={message.topic} message={message} />)}</ul>}
    </Panel>
  )
}
