'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import type { ProposalsView } from '../../prepare/proposals.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { Decisions } from './decisions.tsx'
import { ProposalItem } from './proposal-item.tsx'

/** ProposalsPanel looks, when asked, for another limit, delay or clear limit that would have avoided false calls without losing a right one; a person decides. */
export function ProposalsPanel({ rule }: { readonly rule: RuleView }): ReactNode {
  const t = useTranslations('verdicts.proposal')
  const [isAsked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useQuery(useTRPC().rules.proposals.queryOptions({ id: rule.id }, { enabled: isAsked, staleTime: Infinity }))
  return (
    <Panel title={t('title')} note={t('note')} bare>
      <div className="px-3.5 py-3 text-13" aria-busy={isFetching}>
        {data === undefined && error === null && (
          <div className="grid max-w-[75ch] justify-items-start gap-2.5">
            <p className="text-pretty">{t('text')}</p>
            <Button isPending={isFetching} onPress={() => { setAsked(true) }}>{t(isFetching ? 'looking' : 'look')}</Button>
          </div>
        )}
        {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
        {data !== undefined && <Found rule={rule} view={data} />}
      </div>
    </Panel>
  )
}

function Found({ rule, view }: { readonly rule: RuleView; readonly view: ProposalsView }): ReactNode {
  const t = useTranslations('verdicts.proposal')
  const locale = useLocale()
  const zone = useTimeZone()
  const moment = (ms: number | null): string => (ms === null ? '' : formatMoment(ms, 'short', locale, zone))
  return (
    <div className="grid gap-3">
      {view.why !== null && <p className="max-w-[75ch] text-pretty">{t(`why.${view.why}`)}</p>}
      {view.proposals.map((proposal) => <ProposalItem key={proposal.key} rule={rule} view={view} proposal={proposal} />)}
      {view.readings > 0 && (
        <p className="max-w-[90ch] text-12 text-fg-2">
          {t('basis', { version: view.version, right: view.right, wrong: view.falseCalls, readings: view.readings, points: view.points, from: moment(view.fromMs), to: moment(view.toMs) })}
          {view.pointsLeft > 0 && <> {t('pointsLeft', { count: view.pointsLeft })}</>}
        </p>
      )}
      <Decisions rule={rule} decisions={view.decisions} />
    </div>
  )
}
