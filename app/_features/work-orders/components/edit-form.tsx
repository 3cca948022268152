'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { changesOf, editTexts, typed, type EditChanges, type EditDraft, type EditField } from '../../../_lib/work-orders/edit-draft.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { CommandFormProps } from './command-form.ts'
import { EditClashes, type Clashes } from './edit-clashes.tsx'

/** EditForm changes what an order says; where somebody else has changed the same field meanwhile, it asks which one holds. */
export function EditForm({ view, commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('orderMoves.edit')
  const words = useOrderWords()
  const zone = useTimeZone()
  const [draft, setDraft] = useState<EditDraft>({})
  const [tried, setTried] = useState(false)
  const [clashes, setClashes] = useState<Clashes>([])
  const shown = editTexts(view.order, words, zone)
  const read = changesOf(draft, zone)
  const textOf = (field: EditField): string => draft[field]?.to ?? shown[field]
  const set = (field: EditField) => (text: string): void => { setDraft(typed(draft, field, text, view.order, shown)) }
  const error = (field: EditField): string | undefined => (tried && !read.ok && read.field === field ? t(read.fault) : undefined)
  const send = (changes: EditChanges): void => {
    commands.run('edit', { changes }, ({ review }) => {
      if (review?.kind === 'clash') setClashes(review.clashes)
      else onDone()
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!read.ok) return
    if (Object.keys(read.changes).length === 0) onDone()
    else send(read.changes)
  }
  if (clashes.length > 0) return <EditClashes clashes={clashes} zone={zone} isPending={commands.pending === 'edit'} onKeepMine={send} onTakeTheirs={onDone} />
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TextField label={t('title')} value={textOf('title')} onChange={set('title')} autoFocus error={error('title')} />
      <TextField label={t('description')} value={textOf('description')} onChange={set('description')} rows={4} />
      <TextField type="datetime-local" label={t('due')} value={textOf('dueAt')} onChange={set('dueAt')} error={error('dueAt')} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'edit'}>{t('keep')}</Button>
    </form>
  )
}
