'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { PASSWORD_LENGTH } from '#server/core/people/password.ts'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { personProblems, type PersonDraft, type PersonField } from '../prepare/person.ts'

const EVERYWHERE = 'everywhere'

/** AddPerson adds somebody with roles at a site or at every site; nobody can give more than their own roles hold. */
export function AddPerson({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { sites } = useMe()
  const [draft, setDraft] = useState<PersonDraft>({ name: '', email: '', password: '', roles: [] })
  const [site, setSite] = useState(EVERYWHERE)
  const [asked, setAsked] = useState(false)
  const problems = personProblems(draft)
  const create = useMutation(trpc.people.create.mutationOptions({
    onSuccess: async () => {
      toast(t('admin.people.added', { name: draft.name }))
      onClose()
      await Promise.all([trpc.people.pathKey(), trpc.me.pathKey()].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  }))
  const problem = (field: PersonField): string | undefined => (asked && problems.includes(field) ? t(`admin.people.problem.${field}`, PASSWORD_LENGTH) : undefined)
  const toggle = (role: Role, on: boolean): void => { setDraft({ ...draft, roles: on ? [...draft.roles, role] : draft.roles.filter((held) => held !== role) }) }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (problems.length > 0) return
    const signIn = draft.email.trim() === '' ? {} : { email: draft.email.trim(), password: draft.password }
    create.mutate({ name: draft.name.trim(), ...signIn, roles: draft.roles.map((role) => ({ role, siteId: site === EVERYWHERE ? null : site })) })
  }
  return (
    <Dialog title={t('admin.people.add')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <TextField label={t('admin.people.name')} value={draft.name} onChange={(name) => { setDraft({ ...draft, name }) }} error={problem('name')} autoFocus />
        <TextField label={t('auth.email')} type="email" autoComplete="off" value={draft.email} onChange={(email) => { setDraft({ ...draft, email }) }} hint={t('admin.people.emailHint')} error={problem('email')} />
        <TextField label={t('auth.password')} type="password" autoComplete="new-password" value={draft.password} onChange={(password) => { setDraft({ ...draft, password }) }} error={problem('password')} />
        <fieldset>
          <legend className="mb-1 text-12 text-fg-2">{t('admin.people.roles')}</legend>
          <div className="grid gap-x-3 sm:grid-cols-2">
            {ROLES.map((role) => <Checkbox key={role} isSelected={draft.roles.includes(role)} onChange={(on) => { toggle(role, on) }}>{t(`auth.roles.${role}.name`)}</Checkbox>)}
          </div>
          {problem('roles') !== undefined && <p role="alert" className="mt-1 text-12 font-mid">{problem('roles')}</p>}
        </fieldset>
        <Select label={t('admin.site')} value={site} onChange={setSite} choices={[{ id: EVERYWHERE, label: t('admin.everySite') }, ...sites.map(({ id, name }) => ({ id, label: name }))]} />
        {create.error !== null && <ErrorState message={create.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={create.isPending}>{t('admin.people.add')}</Button>
      </form>
    </Dialog>
  )
}
