'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { IconButton } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { MenuButton, MenuItem } from '../../../_ui/menu.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import { nextStep, otherCommands } from '../prepare/next-step.ts'
import type { OrderView } from '../prepare/view.ts'
import { CommandDialog } from './command-dialog.tsx'
import { NextStepBody } from './next-step-body.tsx'

const NO_QUESTIONS: ReadonlySet<CommandName> = new Set(['start', 'resume', 'joinTimer', 'stopTimer'])

/** NextAction is the first panel on the right: what the order waits for, with the page's one primary button; everything else is in its menu. */
export function NextAction({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const { personId } = useMe()
  const commands = useOrderCommand(view.order)
  const [dialog, setDialog] = useState<CommandName | null>(null)
  const { status, assignee } = view.order
  const step = nextStep({ status, allowed: view.allowed, proposals: view.proposals, assigned: assignee !== null, mine: assignee?.id === personId })
  const timerRuns = view.labour.entries.some((entry) => entry.person.id === personId && entry.endedAt === null)
  const others = otherCommands(step, view.allowed, timerRuns)
  const title = step.kind === 'proposal' ? t(`proposal.${step.proposal}.title`) : step.kind === 'command' || step.kind === 'close-out' ? t(`next.${step.command}`) : t(`next.${step.kind}`)
  return (
    <Panel
      title={title} strong
      aside={others.length > 0 && (
        <MenuButton
          aria-label={t('more')} onAction={(key) => {
            const name = others.find((command) => command === key)
            if (name === undefined) return
            if (NO_QUESTIONS.has(name)) commands.run(name, {})
            else setDialog(name)
          }}
          trigger={<IconButton label={t('more')}><Ellipsis size={16} strokeWidth={1.5} aria-hidden /></IconButton>}
        >
          {others.map((command) => <MenuItem key={command} id={command} textValue={t(`command.${command}`)}>{t(`command.${command}`)}</MenuItem>)}
        </MenuButton>
      )}
    >
      {commands.error !== null && dialog === null && <div className="mb-3"><ErrorState message={commands.error} /></div>}
      <NextStepBody step={step} view={view} commands={commands} />
      {dialog !== null && <CommandDialog command={dialog} view={view} commands={commands} onClose={() => { setDialog(null); commands.clear() }} />}
    </Panel>
  )
}
