'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Link } from '../../../../_ui/link.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useDiffWords } from '../../hooks/use-diff-words.ts'
import { asDifference, type ProposalsView, type ProposalView } from '../../prepare/proposals.ts'
import { gateUnitOf, unitOf, vocabularyOf, type RuleView } from '../../prepare/rule.ts'
import { useRuleTab } from '../rule-tabs.tsx'
import { TurnDialog } from '../shadow/turn-dialog.tsx'

interface ProposalItemProps {
  readonly rule: RuleView
  readonly view: ProposalsView
  readonly proposal: ProposalView
}

const SHOWN_ORDERS = 12

/** ProposalItem is one proposed change: what is said differently, what it comes to on the recorded readings, and the decision. */
export function ProposalItem({ rule, view, proposal }: ProposalItemProps): ReactNode {
  const t = useTranslations('verdicts.proposal')
  const locale = useLocale()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [, setTab] = useRuleTab()
  const [isDismissing, setDismissing] = useState(false)
  const decide = useMutation(trpc.rules.decideProposal.mutationOptions())
  const vocabulary = vocabularyOf(rule)
  const words = useDiffWords(vocabulary)
  const definition = rule.versions.find((one) => one.version === view.version)?.definition ?? null
  const units = definition === null ? { limit: '', gate: '' } : { limit: unitOf(definition, vocabulary), gate: gateUnitOf(definition, vocabulary) }
  const difference = asDifference(proposal.change, definition)
  const { before, after, avoidedOrders, key } = proposal
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const rows = [['right', before.right, after.right], ['false', before.falseCalls, after.falseCalls], ['unjudged', before.unjudged, after.unjudged], ['hours', before.hours, after.hours]] as const
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
  const draft = async (): Promise<void> => {
    try {
      const { draftVersion } = await decide.mutateAsync({ id: rule.id, key, decision: 'drafted' })
      await renew()
      toast(t('drafted', { version: draftVersion ?? 0 }))
      await setTab('rule')
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section aria-label={words.field(difference, units)} className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-soft px-3.5 py-2">
        <h3 className="me-auto text-14 font-strong">{t('change', { what: words.field(difference, units), from: words.value(difference, 'before', units), to: words.value(difference, 'after', units) })}</h3>
        {rule.allowed.edit && (
          <>
            <Button size="sm" onPress={() => { setDismissing(true) }}>{t('dismiss')}</Button>
            <Button size="sm" variant="primary" isPending={decide.isPending} onPress={draft}>{t('draft')}</Button>
          </>
        )}
      </div>
      <p className="px-3.5 pt-2">{t('gain', { gain: avoidedOrders.length, right: after.right })}</p>
      <Table label={t('table')}>
        <thead><tr><Th>{t('counted')}</Th><Th number>{t('before')}</Th><Th number>{t('after')}</Th></tr></thead>
        <tbody>{rows.map(([row, was, is]) => <tr key={row}><Td>{t(`row.${row}`)}</Td><Td number className="text-fg-2">{one.format(was)}</Td><Td number className="font-strong">{one.format(is)}</Td></tr>)}</tbody>
      </Table>
      {avoidedOrders.length > 0 && (
        <p className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line-soft px-3.5 py-2 text-12">
          <span className="text-fg-2">{t('orders')}</span>
          {avoidedOrders.slice(0, SHOWN_ORDERS).map((no) => <Link key={no} href={`/work-orders/${formatNumber(no)}`} className="touch inline-flex min-h-6 items-center">{formatNumber(no)}</Link>)}
        </p>
      )}
      {isDismissing && (
        <TurnDialog
          title={t('dismissTitle')} text={t('dismissText')} yes={t('dismissYes')} onClose={() => { setDismissing(false) }}
          onSend={async (reason) => { await decide.mutateAsync({ id: rule.id, key, decision: 'dismissed', reason }); await renew() }}
        />
      )}
    </section>
  )
}
