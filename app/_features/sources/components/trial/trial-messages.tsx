'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { TimeAgo } from '../../../../_ui/time.tsx'
import type { TrialView } from '../../prepare/setup/trial.ts'

type Watched = NonNullable<TrialView['watch']>['messages'][number]

const valueWords = ({ value, unit = '' }: Watched['readings'][number], locale: string): string => [formatNumber(value, locale), unitLabel(unit)].filter(Boolean).join(' ')

function Message({ message }: { readonly message: Watched }): ReactNode {
  const t = useTranslations('setup')
  const locale = useLocale()
  const zone = useTimeZone()
  const { says } = useServerWords()
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
      {message.faults.map((fault) => <p key={fault.detail} className="mt-1 border-s-2 border-g8 ps-2.5 text-13 text-pretty">{t('trial.fault', { fault: says(fault.text, fault.detail) })}</p>)}
      {message.readings.length === 0 && message.faults.length === 0 && <p className="mt-1 text-13 text-fg-2">{t('trial.leftOut')}</p>}
    </li>
  )
}

/** TrialMessages are the messages that came in, each with what was made of it. */
export function TrialMessages({ watch, children }: { readonly watch: TrialView['watch']; readonly children: ReactNode }): ReactNode {
  const t = useTranslations('setup')
  return (
    <Panel title={t('trial.messages')} note={watch === null || watch.total === 0 ? undefined : t('listen.count', { count: watch.total })} aside={children} bare>
      {watch === null || watch.messages.length === 0
        ? <div className="p-3.5"><EmptyState>{t('trial.noMessages')}</EmptyState></div>
        : <ul className="max-h-[60vh] overflow-y-auto">{watch.messages.map((message) => <Message key={message.topic} message={message} />)}</ul>}
    </Panel>
  )
}
