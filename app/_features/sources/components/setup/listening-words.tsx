'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import type { Listening } from '../../prepare/setup/place.ts'

const STEP_S = 10

/** ListeningWords say how listening goes: on its way, hearing so many messages, or what is wrong. */
export function ListeningWords({ view, isOn }: { readonly view: Listening | undefined; readonly isOn: boolean }): ReactNode {
  const t = useTranslations('setup.listen')
  const { says } = useServerWords()
  if (view === undefined) return <p className="text-13 text-pretty text-fg-2">{t('why')}</p>
  const { state, problem, problemText, leftMs, heard } = view
  // In steps, so that a screen reader is not told every second.
  const left = Math.ceil(leftMs / SECOND_MS / STEP_S) * STEP_S
  return (
    <div aria-live="polite" className="grid gap-0.5 text-13">
      {state === 'problem' && isOn
        ? <p className="font-mid text-pretty">{says(problemText, problem ?? '')}</p>
        : <p className="text-pretty">{t(`state.${state}`, { count: heard.total, topics: heard.messages.length })}</p>}
      {isOn && (state === 'listens' || state === 'problem') && <p className="text-12 text-fg-2">{t('left', { seconds: left })}</p>}
      {state === 'listens' && heard.total === 0 && <p className="text-12 text-fg-2">{t('quiet')}</p>}
    </div>
  )
}
