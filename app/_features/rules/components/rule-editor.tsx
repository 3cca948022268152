'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { newestOf, type Definition, type RuleView } from '../prepare/rule.ts'
import { useDraft } from '../hooks/use-draft.ts'
import { useRuleActions } from '../hooks/use-rule-actions.ts'
import { useTry } from '../hooks/use-try.ts'
import { problemsOf } from '../prepare/words.ts'
import { Backtest } from './backtest/backtest.tsx'
import { Comparison } from './comparison.tsx'
import { FiringList } from './firing-list.tsx'
import { History } from './history.tsx'
import { ProposeLimits } from './limits/propose-limits.tsx'
import { Precision } from './precision/precision.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { RuleHeader } from './rule-header.tsx'
import { RuleTabs, useRuleTab } from './rule-tabs.tsx'
import { SentencePanel } from './sentence-panel.tsx'
import { Shadow } from './shadow/shadow.tsx'
import { RuleTests } from './tests/rule-tests.tsx'
import { Versions } from './versions/versions.tsx'

/** RuleEditor answers: would this have been right? The rule as a sentence with words that can be changed, and where it would have fired. */
export function RuleEditor({ id, limits }: { readonly id: string; readonly limits: ReactNode }): ReactNode {
  const t = useTranslations('rules')
  const { data: rule } = useSuspenseQuery(useTRPC().rules.get.queryOptions({ id }))
  const stored = newestOf(rule)
  return stored === null ? <ErrorState message={t('list.unreadable')} /> : <Editor rule={rule} stored={stored} limits={limits} />
}

interface EditorProps {
  readonly rule: RuleView
  readonly stored: Definition
  /** The limits of single machines: a feature of its own. */
  readonly limits: ReactNode
}

function Editor({ rule, stored, limits }: EditorProps): ReactNode {
  const common = useTranslations('common')
  const draft = useDraft(rule.id, stored)
  const actions = useRuleActions(rule.id, draft.discard)
  // What the server said of these very words; a change makes them others.
  const refused = actions.refused?.definition === draft.definition ? actions.refused : null
  const own = problemsOf(draft.definition)
  const problems = own.length > 0 ? own : refused?.problems ?? []
  const trial = useTry(rule, draft.definition, problems.length === 0)
  const [tab] = useRuleTab()
  return (
    <>
      <RuleHeader rule={rule} draft={draft} actions={actions} trial={trial} fits={problems.length === 0} />
      {refused !== null && <div className="mb-3"><ErrorState message={`${refused.message} ${common('error.kept')}`} /></div>}
      <RuleTabs rule={rule}>
        {tab === 'backtest' && <Backtest rule={rule} definition={draft.definition} fits={problems.length === 0} />}
        {tab === 'precision' && <Precision rule={rule} />}
        {tab === 'versions' && <Versions rule={rule} />}
        {tab === 'shadow' && <Shadow rule={rule} />}
        {tab === 'tests' && <RuleTests rule={rule} definition={draft.definition} fits={problems.length === 0} />}
        {tab === 'rule' && (
          <>
            <SentencePanel rule={rule} draft={draft} problems={problems} preview={trial.draft.preview} />
            <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_324px]">
              <div className="grid min-w-0 gap-4">
                <PreviewPanel rule={rule} fits={problems.length === 0} trial={trial} />
                <FiringList trial={trial} />
                {rule.allowed.edit && <ProposeLimits rule={rule} draft={draft} points={trial.points} fits={problems.length === 0} />}
              </div>
              <div className="grid min-w-0 gap-4">
                <Comparison rule={rule} trial={trial} />
                <History rule={rule} onTake={rule.allowed.edit ? draft.change : null} />
              </div>
            </div>
            {limits}
          </>
        )}
      </RuleTabs>
    </>
  )
}
