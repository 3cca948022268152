'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { StatusMark } from '../../../../_ui/status-mark.tsx'
import { markOfTrial, type TrialView } from '../../prepare/setup/trial.ts'

/** TrialState says whether the source is connected, or exactly why not. */
export function TrialState({ trial }: { readonly trial: TrialView }): ReactNode {
  const t = useTranslations('setup.trial')
  const { says } = useServerWords()
  const broken = trial.state === 'problem' || trial.state === 'no-gateway'
  return (
    <div role="status" className="flex items-start gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-3">
      <span className="mt-px grid size-5 shrink-0 place-items-center"><StatusMark status={markOfTrial(trial.state)} /></span>
      <div className="min-w-0">
        <p className={broken ? 'text-14 font-strong' : 'text-14 font-mid'}>{t(`state.${trial.state}`)}</p>
        {trial.state === 'problem' && <p className="mt-0.5 max-w-[75ch] text-13 text-pretty">{says(trial.problemText, trial.problem ?? '')}</p>}
        <p className="mt-0.5 max-w-[75ch] text-12 text-pretty text-fg-2">{t(`stateNote.${trial.state}`)}</p>
      </div>
    </div>
  )
}
