'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { needsVerdict, VERDICTS, type Verdict } from '#server/core/work-orders/verdict.ts'
import { workOrderKind, workOrderSource } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

interface ProposalProps {
  readonly proposal: OrderView['proposals'][number]
  readonly view: OrderView
  readonly commands: OrderCommands
}

/** Proposal is a question of the system: close what went away, reopen what did not hold, return what was repaired. */
export function Proposal({ proposal, view, commands }: ProposalProps): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [asked, setAsked] = useState(false)
  const { kind, source } = view.order
  const judged = proposal === 'close' && needsVerdict({ kind: workOrderKind.parse(kind), source: workOrderSource.parse(source) })
  const missing = judged && verdict === null
  const accept = (): void => {
    setAsked(true)
    if (!missing) commands.run('acceptProposal', { proposal, accept: true, ...(verdict === null ? {} : { verdict }) })
  }
  return (
    <div className="grid gap-3">
      <p className="text-13">{t(`proposal.${proposal}.text`)}</p>
      {judged && (
        <ChoiceCards
          label={<Term term="verdict">{t('close.verdict.question')}</Term>} value={verdict} onChange={(id) => { setVerdict(VERDICTS.find((known) => known === id) ?? null) }}
          choices={VERDICTS.map((id) => ({ id, label: words.verdict(id) }))} error={asked && missing ? t('close.missing.verdict') : undefined}
        />
      )}
      <Button variant="primary" size="lg" isPending={commands.pending === 'acceptProposal'} onPress={accept}>{t(`proposal.${proposal}.accept`)}</Button>
      {proposal !== 'return-to-service' && (
        <Button onPress={() => { commands.run('acceptProposal', { proposal, accept: false }) }}>{t(`proposal.${proposal}.decline`)}</Button>
      )}
    </div>
  )
}
