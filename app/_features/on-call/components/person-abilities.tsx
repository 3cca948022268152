'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import type { AbilitiesView, AblePerson } from '../prepare/abilities.ts'

interface ChoicesProps {
  readonly legend: string
  readonly empty: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choices({ legend, empty, choices, chosen, onChange }: ChoicesProps): ReactNode {
  return (
    <fieldset>
      <legend className="mb-1 text-12 text-fg-2">{legend}</legend>
      {choices.length === 0 ? <p className="text-13">{empty}</p> : (
        <div className="grid gap-x-3 sm:grid-cols-2">
          {choices.map(({ id, label }) => (
            <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(on) => { onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id)) }}>{label}</Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  )
}

/** PersonAbilities says what one person can do, and which areas and lines the person knows. */
export function PersonAbilities({ person, view, onClose }: { readonly person: AblePerson; readonly view: AbilitiesView; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('onCall.abilities')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { sites } = useMe()
  const [skills, setSkills] = useState(person.skills)
  const [areas, setAreas] = useState(person.areas)
  const save = useMutation(trpc.onCall.saveAbilities.mutationOptions({
    onSuccess: async () => { onClose(); await queryClient.invalidateQueries({ queryKey: trpc.onCall.pathKey() }) },
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ personId: person.id, skills: [...skills], areas: [...areas] })
  }
  const codeOf = (siteId: string): string => (sites.length > 1 ? `${sites.find(({ id }) => id === siteId)?.code ?? ''} · ` : '')
  return (
    <Dialog title={`${t('change')}: ${person.name}`} isOpen onClose={onClose} wide>
      <form onSubmit={submit} className="grid gap-4">
        <Choices legend={t('skills')} empty={t('noSkill')} choices={view.skills.map(({ id, name }) => ({ id, label: name }))} chosen={skills} onChange={setSkills} />
        <Choices
          legend={t('areas')} empty={t('noArea')} chosen={areas} onChange={setAreas}
          choices={view.areas.map(({ id, siteId, tag, name }) => ({ id, label: `${codeOf(siteId)}${tag} ${name}` }))}
        />
        {save.error !== null && <ErrorState message={save.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={save.isPending}>{t('save')}</Button>
      </form>
    </Dialog>
  )
}
