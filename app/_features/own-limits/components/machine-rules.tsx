'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { MachineRuleItem } from './machine-rule-item.tsx'

/** MachineRules lists the rules in force on the machine with the limits that hold there; one that cannot be judged says why, and what to do. */
export function MachineRules({ assetId }: { readonly assetId: string }): ReactNode {
  const t = useTranslations('assets.rules')
  const may = useMay()
  const { data: detail } = useSuspenseQuery(useTRPC().assets.get.queryOptions({ id: assetId }))
  if (!may('rule.read') || detail.points.length === 0) return null
  return (
    <Panel title={<Term term="rule">{t('title')}</Term>} bare>
      {detail.rules.length === 0
        ? <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>
        : <ul className="divide-y divide-line-soft">{detail.rules.map((rule) => <MachineRuleItem key={rule.id} detail={detail} rule={rule} />)}</ul>}
    </Panel>
  )
}
