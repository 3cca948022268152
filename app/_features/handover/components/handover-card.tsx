'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useHandOver } from '../hooks/use-hand-over.ts'
import type { HandoverView } from '../prepare/view.ts'
import { ContentLists } from './content-lists.tsx'

/** HandoverCard shows a handover as it was signed; whoever comes acknowledges it here. */
export function HandoverCard({ handover, isOpen }: { readonly handover: HandoverView; readonly isOpen: boolean }): ReactNode {
  const t = useTranslations('handover')
  const [open, setOpen] = useState(isOpen)
  const { place } = handover.content
  return (
    <Panel
      title={t('of', { shift: t(`shift.${handover.shift as 'early'}`), place: place.area ?? place.site })} strong={handover.mayAcknowledge}
      aside={<Button size="sm" variant="quiet" aria-expanded={open} onPress={() => { setOpen(!open) }}>{open ? t('fold') : t('show')}</Button>}
    >
      <p className="text-13">{t('signed', { name: handover.signedBy.name })} <Timestamp at={handover.signedAt} className="num text-fg-2" /></p>
      {handover.text !== '' && <p className="mt-2 max-w-[75ch] text-13 wrap-anywhere whitespace-pre-line">{handover.text}</p>}
      {handover.acknowledged === null
        ? !handover.mayAcknowledge && <p className="mt-1 text-13 text-fg-2">{t('waits')}</p>
        : <p className="mt-1 text-13">{t('taken', { name: handover.acknowledged.by.name })} <Timestamp at={handover.acknowledged.at} className="num text-fg-2" />{handover.acknowledged.note !== null && <span className="block text-fg-2">{handover.acknowledged.note}</span>}</p>}
      {open && <div className="mt-3 border-t border-line-soft pt-3"><ContentLists content={handover.content} /></div>}
      {handover.mayAcknowledge && <Acknowledge id={handover.id} />}
    </Panel>
  )
}

function Acknowledge({ id }: { readonly id: string }): ReactNode {
  const t = useTranslations('handover')
  const { run, pending, error } = useHandOver()
  const [note, setNote] = useState('')
  return (
    <form className="mt-3 grid gap-3 border-t border-line-soft pt-3" onSubmit={(event) => { event.preventDefault(); run('acknowledge', { id, ...(note.trim() === '' ? {} : { note: note.trim() }) }) }}>
      <TextField label={t('note')} value={note} onChange={setNote} />
      {error !== null && <ErrorState message={error} />}
      <Button type="submit" variant="primary" size="lg" isPending={pending === 'acknowledge'}>{t('acknowledge')}</Button>
    </form>
  )
}
