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

type Command = Extract<NextStep, { kind: 'command' }>['command']

/** hintOf says what a command means in this state of the order. */
function hintOf(command: Exclude<Command, 'assign'>, status: string): Exclude<Command, 'assign'> | 'breakIn' | 'approveLate' {
  if (command === 'start' && status !== 'scheduled') return 'breakIn'
  return command === 'approve' && status !== 'requested' ? 'approveLate' : command
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
          <p className="mb-3 text-13 text-fg-2">{t(`hint.${hintOf(command, view.order.status)}`)}</p>
          <Button variant="primary" size="lg" className="w-full" isPending={commands.pending === command} onPress={() => { commands.run(command, {}) }}>{t(`command.${command}`)}</Button>
        </>
      )
    }
    case 'waiting':
    case 'ended':
      return <p className="text-13 text-fg-2">{t(`hint.${step.kind}`)}</p>
  }
}
