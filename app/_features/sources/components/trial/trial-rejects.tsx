'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { Panel } from '../../../../_ui/panel.tsx'
import type { TrialView } from '../../prepare/setup/trial.ts'
import { useReason } from '../../hooks/use-reason.ts'

/** TrialRejects say what was rejected since the settings are what they are, each with its reason and the newest example. */
export function TrialRejects({ rejects }: { readonly rejects: TrialView['rejects'] }): ReactNode {
  const t = useTranslations('setup.trial')
  const words = useTranslations('sources.rejects')
  const reason = useReason()
  const server = useServerWords()
  const locale = useLocale()
  return (
    <Panel title={t('rejects')}>
      {rejects.length === 0 ? <p className="text-13 text-fg-2">{t('noRejects')}</p> : (
        <ul className="grid gap-1.5 text-13">
          {rejects.map((reject) => (
            <li key={reject.code} className="border-s-2 border-g6 ps-2.5">
              <b className="num">{words('line', { count: reject.count, reason: reason(reject.code) })}</b>
              <span className="block max-w-[75ch] text-12 text-pretty text-fg-2">{words('last', { age: formatAge(reject.ageMs, locale) })} {server.says(reject.text, reject.detail)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
