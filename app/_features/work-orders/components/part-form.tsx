'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { quantity as amount } from '#server/core/work-orders/quantity.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { SuggestField } from '../../../_ui/suggest-field.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'

interface PartFormProps {
  readonly command: 'usePart' | 'planPart'
  readonly commands: OrderCommands
  readonly onDone: () => void
}

/** PartForm notes a part that was taken, or plans one to take along: one of the stores' list, found by number or name, or in words what came from elsewhere. */
export function PartForm({ command, commands, onDone }: PartFormProps): ReactNode {
  const t = useTranslations('workOrder.partsPanel')
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const [quantity, setQuantity] = useState('1')
  const [asked, setAsked] = useState(false)
  const typed = name.trim()
  const { data: parts = [] } = useQuery(trpc.workOrders.findParts.queryOptions({ q: typed }, { enabled: typed !== '', placeholderData: (before) => before }))
  const found = parts.find((part) => part.number === typed || part.name === typed)
  const read = amount.safeParse(quantity.replace(',', '.'))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (typed === '' || !read.success) return
    commands.run(command, { ...(found === undefined ? { description: typed } : { partId: found.id }), quantity: read.data }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 border-b border-line-soft px-3.5 py-3">
      <SuggestField
        label={t('part')} value={name} onChange={setName} hint={t('partHint')} error={asked && typed === '' ? t('partMissing') : undefined}
        choices={parts.map((part) => ({ id: part.number, label: part.name, note: part.number }))}
      />
      <TextField label={t('quantity', { unit: found?.unit ?? '' })} value={quantity} onChange={setQuantity} inputMode="decimal" error={asked && !read.success ? t('quantityMissing') : undefined} />
      <div className="flex gap-2">
        <Button type="submit" isPending={commands.pending === command}>{t(command === 'planPart' ? 'plan' : 'note')}</Button>
        <Button variant="quiet" onPress={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
