'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsNumberLiteral, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { WINDOWS } from '#server/core/verdicts/window.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Link } from '../../../../_ui/link.tsx'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { ordersHref, type PrecisionView } from '../../prepare/precision.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { ConversionPanel, FalseCallsPanel, LeadPanel } from './figure-panels.tsx'
import { PartTable } from './part-table.tsx'
import { ProposalsPanel } from './proposals-panel.tsx'
import { Receipts } from './receipts.tsx'
import { VerdictPanel } from './verdict-panel.tsx'

/** windowControl is the address parameter of the time that is counted: the last 90 days unless said otherwise. */
export const windowControl = parseAsNumberLiteral(WINDOWS).withDefault(90)

/** WindowControl chooses over how many days is counted. */
export function WindowControl({ days, onChange }: { readonly days: (typeof WINDOWS)[number]; readonly onChange: (days: (typeof WINDOWS)[number]) => void }): ReactNode {
  const t = useTranslations('verdicts')
  return (
    <Segmented
      label={t('time')} value={String(days)} choices={WINDOWS.map((id) => ({ id: String(id), label: t('days', { days: id }) }))}
      onChange={(id) => { onChange(WINDOWS.find((one) => String(one) === id) ?? 90) }}
    />
  )
}

/** Precision answers: has this rule been right? By the verdicts on its orders, with how sure that is, what it cost, and how early it warned. */
export function Precision({ rule }: { readonly rule: RuleView }): ReactNode {
  const t = useTranslations('verdicts')
  const words = useFigureWords()
  const [days, setDays] = useQueryState('over', windowControl)
  const { data, error, refetch } = useQuery(useTRPC().rules.precision.queryOptions({ id: rule.id, days }, { placeholderData: keepPreviousData }))
  const longer = WINDOWS.find((one) => one > days)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <WindowControl days={days} onChange={(next) => { void setDays(next) }} />
        {data !== undefined && <p className="text-12 text-fg-2">{words.window(data.window)}</p>}
      </div>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data === undefined && error === null && <Skeleton className="h-72 w-full" />}
      {data !== undefined && data.total.calls + data.total.conversion.n === 0 && (
        <EmptyState {...(longer === undefined ? {} : { action: <Button size="sm" onPress={() => { void setDays(longer) }}>{t('lookBack', { days: longer })}</Button> })}>{t('nothing', { days: data.days })}</EmptyState>
      )}
      {data !== undefined && data.total.calls + data.total.conversion.n > 0 && <Counted rule={rule} view={data} />}
    </div>
  )
}

function Counted({ rule, view }: { readonly rule: RuleView; readonly view: PrecisionView }): ReactNode {
  const t = useTranslations('verdicts')
  const { ruleId, window, versions, machines } = view
  return (
    <>
      <VerdictPanel view={view} />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <FalseCallsPanel view={view} />
        <LeadPanel view={view} />
        <ConversionPanel view={view} />
      </div>
      <ProposalsPanel rule={rule} />
      <PartTable
        title={t('versionsTitle')} what={t('versionColumn')}
        parts={versions.map(({ id, version, figures }) => {
          const label = t('version', { version })
          return { id, name: label, label, figures, href: (outcomes) => ordersHref({ rule: ruleId, version: id, ...(outcomes === undefined ? {} : { outcomes }) }, window) }
        })}
      />
      <PartTable
        title={t('machinesTitle')} what={t('machineColumn')}
        parts={machines.map(({ id, tag, figures }) => ({
          id, name: <Link href={`/assets/${id}`} plain className="touch inline-flex min-h-6 items-center font-mid">{tag}</Link>, label: tag, figures,
          href: (outcomes) => ordersHref({ rule: ruleId, asset: id, ...(outcomes === undefined ? {} : { outcomes }) }, window),
        }))}
      />
      <Receipts definition={view.total.definition} />
    </>
  )
}
