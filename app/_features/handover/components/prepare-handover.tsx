'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { SHIFTS } from '#server/core/handover/handover.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useHandOver } from '../hooks/use-hand-over.ts'
import { placeChoices } from '../prepare/places.ts'
import type { Place } from '../prepare/view.ts'
import { ContentLists } from './content-lists.tsx'

/** PrepareHandover gathers what is open in a place, shows it, and takes the outgoing person's words and signature. */
export function PrepareHandover({ places, onClose }: { readonly places: readonly Place[]; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('handover')
  const choices = placeChoices(places)
  const [place, setPlace] = useState(choices[0]?.id ?? '')
  const [shift, setShift] = useState<(typeof SHIFTS)[number] | null>(null)
  const [text, setText] = useState('')
  const prepare = useMutation(useTRPC().handover.prepare.mutationOptions())
  const { run, pending, error } = useHandOver()
  const chosen = choices.find(({ id }) => id === place)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (prepare.data === undefined) {
      if (chosen !== undefined) prepare.mutate({ siteId: chosen.siteId, areaId: chosen.areaId })
    } else if (shift !== null) run('sign', { snapshotId: prepare.data.snapshotId, shift, text: text.trim() }, onClose)
  }
  const failure = prepare.error?.message ?? error
  return (
    <Dialog title={t('prepare')} isOpen wide onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {prepare.data === undefined
          ? <Select label={t('place')} choices={choices} value={place} onChange={setPlace} />
          : (
              <>
                <p className="text-13 text-fg-2">{t('asOf')} <Timestamp at={prepare.data.content.takenAt} className="num" />. {t('frozen')}</p>
                <ContentLists content={prepare.data.content} />
                <ChoiceCards label={t('whichShift')} value={shift} columns="grid-cols-2 sm:grid-cols-4" choices={SHIFTS.map((id) => ({ id, label: t(`shift.${id}`) }))} onChange={(id) => { setShift(SHIFTS.find((known) => known === id) ?? null) }} />
                <TextField label={t('words')} value={text} onChange={setText} rows={4} />
              </>
            )}
        {failure !== null && <ErrorState message={failure} />}
        <Button type="submit" variant="primary" size="lg" isPending={prepare.isPending || pending === 'sign'} isDisabled={prepare.data !== undefined && shift === null}>{t(prepare.data === undefined ? 'gather' : 'sign')}</Button>
      </form>
    </Dialog>
  )
}
