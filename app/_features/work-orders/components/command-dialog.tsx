'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'
import { AssignForm } from './assign-form.tsx'
import { CarryRestForm } from './carry-rest-form.tsx'
import { CloseOutForm } from './close-out-form.tsx'
import type { CommandFormProps } from './command-form.ts'
import { DeferForm } from './defer-form.tsx'
import { EditForm } from './edit-form.tsx'
import { HoldForm } from './hold-form.tsx'
import { MoveAssetForm } from './move-asset-form.tsx'
import { PlanForm } from './plan-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { ScheduleForm } from './schedule-form.tsx'

interface CommandDialogProps {
  readonly command: CommandName
  readonly view: OrderView
  readonly commands: OrderCommands
  readonly onClose: () => void
}

/** CommandDialog asks what a command from the menu needs to know; an error keeps what was typed. */
export function CommandDialog({ command, view, commands, onClose }: CommandDialogProps): ReactNode {
  const t = useTranslations('workOrder')
  return (
    <Dialog title={`${t(`command.${command}`)}: ${view.order.number}`} isOpen onClose={onClose}>
      {commands.error !== null && <div className="mb-3"><ErrorState message={commands.error} /></div>}
      <Form command={command} view={view} commands={commands} onDone={onClose} />
    </Dialog>
  )
}

function Form({ command, ...rest }: CommandFormProps & { readonly command: CommandName }): ReactNode {
  switch (command) {
    case 'hold': return <HoldForm {...rest} />
    case 'defer': return <DeferForm {...rest} />
    case 'edit': return <EditForm {...rest} />
    case 'plan': return <PlanForm {...rest} />
    case 'schedule': return <ScheduleForm {...rest} />
    case 'assign': return <AssignForm {...rest} />
    case 'complete': case 'close': return <CloseOutForm command={command} view={rest.view} commands={rest.commands} />
    case 'reject': case 'cancel': case 'reopen': return <ReasonForm command={command} {...rest} />
    case 'approve': case 'meToo': return <ReasonForm command={command} {...rest} />
    case 'moveAsset': return <MoveAssetForm {...rest} />
    case 'carryRest': return <CarryRestForm {...rest} />
    case 'start': case 'resume': case 'joinTimer': case 'stopTimer': case 'verify': case 'comment': case 'attach': case 'detach': case 'answerTask': case 'acceptProposal':
    case 'answerRest': case 'raiseFollowUp': case 'settleRecord':
    case 'planPart': case 'usePart': case 'returnPart': case 'logTime': case 'correctTime': case 'recordDowntime':
      return null
  }
}
