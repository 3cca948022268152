'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { codeOf, type AbilitiesView, type SkillView } from '../prepare/abilities.ts'

interface SkillFormProps {
  /** Null for a new one. */
  readonly skill: SkillView | null
  readonly modes: AbilitiesView['modes']
  readonly onClose: () => void
}

/** SkillForm writes a skill: its name, and the failure modes that call for it. */
export function SkillForm({ skill, modes, onClose }: SkillFormProps): ReactNode {
  const t = useTranslations('onCall.abilities')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [name, setName] = useState(skill?.name ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(skill?.failureModes ?? [])
  const [asked, setAsked] = useState(false)
  const done = async (): Promise<void> => { onClose(); await queryClient.invalidateQueries({ queryKey: trpc.onCall.pathKey() }) }
  const save = useMutation(trpc.onCall.saveSkill.mutationOptions({ onSuccess: done }))
  const remove = useMutation(trpc.onCall.removeSkill.mutationOptions({ onSuccess: done }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    const code = skill?.code ?? codeOf(name)
    if (code !== '') save.mutate({ id: skill?.id ?? null, code, name: name.trim(), failureModes: [...chosen] })
  }
  // What a class that is gone had named stays until somebody takes it out.
  const choices = [...modes, ...chosen.filter((code) => !modes.some((mode) => mode.code === code)).map((code) => ({ code, name: code }))]
  const error = save.error ?? remove.error
  return (
    <Dialog title={skill === null ? t('newSkill') : `${t('change')}: ${skill.name}`} isOpen onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField label={t('skillName')} value={name} onChange={setName} error={asked && codeOf(name) === '' ? t('nameMissing') : undefined} autoFocus />
        <fieldset>
          <legend className="mb-1 text-12 text-fg-2">{t('modes')}</legend>
          <div className="grid gap-x-3 sm:grid-cols-2">
            {choices.map((mode) => (
              <Checkbox
                key={mode.code} isSelected={chosen.includes(mode.code)}
                onChange={(on) => { setChosen(on ? [...chosen, mode.code] : chosen.filter((code) => code !== mode.code)) }}
              >
                {mode.name} <span className="text-fg-2">{mode.code}</span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
        {error !== null && <ErrorState message={error.message} />}
        <div className="flex flex-wrap justify-between gap-2">
          {skill !== null && <Button isPending={remove.isPending} onPress={() => { remove.mutate({ id: skill.id }) }}>{t('delete')}</Button>}
          <Button type="submit" variant="primary" size="lg" className="ms-auto" isPending={save.isPending}>{t('save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
