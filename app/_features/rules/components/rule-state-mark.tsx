'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RuleState } from '#server/core/verdicts/rule-state.ts'
import { StatusMark, type QuietStatus } from '../../../_ui/status-mark.tsx'

const SHAPES: Readonly<Record<RuleState, QuietStatus>> = { live: 'operating', shadow: 'offline', draft: 'standby', retired: 'stopped' }

/** RuleStateMark says how a rule stands, by a grey shape and a word. */
export function RuleStateMark({ state }: { readonly state: RuleState }): ReactNode {
  const t = useTranslations('verdicts.state')
  return <span className="inline-flex items-center gap-1.5 whitespace-nowrap"><StatusMark status={SHAPES[state]} />{t(state)}</span>
}
