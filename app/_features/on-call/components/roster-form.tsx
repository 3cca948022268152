'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { localTime } from '#server/core/kernel/local-time.ts'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { draftOf, EMPTY_LINE, isWhole, rosterOf } from '../prepare/draft.ts'
import type { Roster, Week } from '../prepare/week.ts'
import { ShiftLine } from './shift-line.tsx'

const ANY = 'any'

interface RosterFormProps {
  /** Null for a new one. */
  readonly roster: Roster | null
  readonly week: Week
  readonly onClose: () => void
}

/** RosterForm writes a roster: for what it answers, and who is on call when in each week of the rotation. */
export function RosterForm({ roster, week, onClose }: RosterFormProps): ReactNode {
  const t = useTranslations('onCall.form')
  const on = useTranslations('onCall')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [siteId, setSiteId] = useState(roster?.siteId ?? week.sites[0]?.id ?? '')
  const [draft, setDraft] = useState(() => draftOf(roster, localTime(week.at, roster?.zone ?? week.sites[0]?.timeZone ?? 'UTC').day))
  const [asked, setAsked] = useState(false)
  const done = async (): Promise<void> => { onClose(); await queryClient.invalidateQueries({ queryKey: trpc.onCall.pathKey() }) }
  const save = useMutation(trpc.onCall.saveRoster.mutationOptions({ onSuccess: done }))
  const remove = useMutation(trpc.onCall.removeRoster.mutationOptions({ onSuccess: done }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (draft.name.trim() !== '' && isWhole(draft)) save.mutate({ id: roster?.id ?? null, siteId, roster: rosterOf(draft) })
  }
  const areas = [{ id: ANY, label: on('wholeSite') }, ...week.areas.filter((area) => area.siteId === siteId).map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))]
  const skills = [{ id: ANY, label: on('anySkill') }, ...week.skills.map(({ id, name }) => ({ id, label: name }))]
  const error = save.error ?? remove.error
  return (
    <Dialog title={roster === null ? on('make') : `${on('edit')}: ${roster.name}`} isOpen onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <TextField label={t('name')} value={draft.name} onChange={(name) => { setDraft({ ...draft, name }) }} error={asked && draft.name.trim() === '' ? t('missing') : undefined} autoFocus />
        <div className="grid gap-3 sm:grid-cols-3">
          {roster === null && <Select label={t('site')} value={siteId} onChange={setSiteId} choices={week.sites.map(({ id, name }) => ({ id, label: name }))} />}
          <Select label={t('area')} value={draft.areaId ?? ANY} onChange={(id) => { setDraft({ ...draft, areaId: id === ANY ? null : id }) }} choices={areas} />
          <Select label={t('skill')} value={draft.skillId ?? ANY} onChange={(id) => { setDraft({ ...draft, skillId: id === ANY ? null : id }) }} choices={skills} />
        </div>
        <div className="grid gap-3 sm:grid-cols-3">
          <NumberField label={t('step')} value={draft.stepMinutes} minValue={1} maxValue={120} onChange={(stepMinutes) => { setDraft({ ...draft, stepMinutes }) }} />
          <NumberField label={t('from')} value={draft.callFrom} minValue={1} maxValue={4} onChange={(callFrom) => { setDraft({ ...draft, callFrom }) }} />
          <NumberField label={t('rotation')} value={draft.rotationWeeks} minValue={1} maxValue={26} onChange={(rotationWeeks) => { setDraft({ ...draft, rotationWeeks }) }} />
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-1 text-13 font-strong">{t('lines')}</legend>
          {draft.lines.map((line, index) => (
            <ShiftLine
              key={line.key} line={line} number={index + 1} weeks={draft.rotationWeeks} people={week.people} names={week.names}
              onChange={(changed) => { setDraft({ ...draft, lines: draft.lines.map((one) => (one.key === line.key ? changed : one)) }) }}
              onRemove={() => { setDraft({ ...draft, lines: draft.lines.filter((one) => one.key !== line.key) }) }}
            />
          ))}
          <div><Button size="sm" onPress={() => { setDraft({ ...draft, lines: [...draft.lines, { ...EMPTY_LINE, key: newId(), position: draft.lines.length + 1 }] }) }}>{t('add')}</Button></div>
          {asked && !isWhole(draft) && <p role="alert" className="text-12 font-mid">{t('daysMissing')}</p>}
        </fieldset>
        {error !== null && <ErrorState message={error.message} />}
        <div className="flex flex-wrap justify-between gap-2">
          {roster !== null && <Button isPending={remove.isPending} onPress={() => { remove.mutate({ id: roster.id }) }}>{t('delete')}</Button>}
          <Button type="submit" variant="primary" size="lg" className="ms-auto" isPending={save.isPending}>{t('save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
