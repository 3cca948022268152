'use client'

import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { Tabs } from '../../../_ui/tabs.tsx'
import type { RuleView } from '../prepare/rule.ts'

const TABS = ['rule', 'backtest', 'precision', 'versions', 'shadow', 'tests'] as const

/** RuleTab is one side of a rule's page. */
type RuleTab = (typeof TABS)[number]

/** useRuleTab keeps in the address which side of the rule is shown. */
export const useRuleTab = () => useQueryState('tab', parseAsStringLiteral(TABS).withDefault('rule').withOptions({ history: 'push' }))

/** RuleTabs are the sides of a rule's page: what it says, whether it would have been right, whether it was, what was changed, and what is only watched. */
export function RuleTabs({ rule, children }: { readonly rule: RuleView; readonly children: ReactNode }): ReactNode {
  const t = useTranslations('verdicts.tab')
  const [tab, set] = useRuleTab()
  const note: Readonly<Partial<Record<RuleTab, string>>> = {
    versions: String(rule.versions.length), ...(rule.shadowVersion === null ? {} : { shadow: t('watching', { version: rule.shadowVersion }) }),
  }
  return (
    <Tabs
      label={t('label')} value={tab} onChange={(id) => { void set(id) }}
      tabs={TABS.map((id) => ({ id, label: <>{t(id)}{note[id] !== undefined && <span className="num text-12 text-fg-2">{note[id]}</span>}</> }))}
    >
      {children}
    </Tabs>
  )
}
