'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { NextStep } from '../prepare/next-step.ts'
import type { OrderView } from '../prepare/view.ts'
import { AssignForm } from './assign-form.tsx'
import { CloseOutForm } from './close-out-form.tsx'
import { Proposal } from './proposal.tsx'

interface NextStepBodyProps {
  readonly step: NextStep
  readonly view: OrderView
  readonly commands: OrderCommands
}

/** NextStepBody is the content of the next action: one sentence and the primary button, or the form it needs. */
export function NextStepBody({ step, view, commands }: NextStepBodyProps): ReactNode {
  const t = useTranslations('workOrder')
  switch (step.kind) {
    case 'proposal':
      return <Proposal proposal={step.proposal} view={view} commands={commands} />
    case 'close-out':
      return <CloseOutForm command={step.command} view={view} commands={commands} />
    case 'command': {
      if (step.command === 'assign') return <AssignForm view={view} commands={commands} />
      const { command } = step
      return (
        <>
          <p className="mb-3 text-13 text-fg-2">{t(command === 'start' && view.order.status !== 'scheduled' ? 'hint.breakIn' : `hint.${command}`)}</p>
          <Button variant="primary" size="lg" className="w-full" isPending={commands.pending === command} onPress={() => { commands.run(command, {}) }}>{t(`command.${command}`)}</Button>
        </>
      )
    }
    case 'waiting':
    case 'ended':
      return <p className="text-13 text-fg-2">{t(`hint.${step.kind}`)}</p>
  }
}
