'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Select } from '../../../_ui/select.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

interface AssignFormProps {
  readonly view: OrderView
  readonly commands: OrderCommands
  readonly onDone?: () => void
}

/** AssignForm gives the order to a person. */
export function AssignForm({ view, commands, onDone }: AssignFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const [personId, setPersonId] = useState(view.order.assignee?.id ?? null)
  const person = view.people.find((one) => one.id === personId)
  return (
    <div className="grid gap-3">
      <Select label={t('assign.person')} placeholder={t('assign.choose')} choices={view.people.map((one) => ({ id: one.id, label: one.name }))} value={personId} onChange={setPersonId} />
      <Button
        variant="primary" size="lg" className="w-full" isDisabled={personId === null} isPending={commands.pending === 'assign'}
        onPress={() => { commands.run('assign', { assigneeId: personId }, onDone) }}
      >
        {person === undefined ? t('command.assign') : t('assign.to', { person: person.name })}
      </Button>
    </div>
  )
}
