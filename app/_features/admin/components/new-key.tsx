'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { SCOPES, type Scope } from '#server/core/people/permissions.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { KeyText } from '../../../_ui/key-text.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

/** NewKey makes a key for a program and shows its text, this once. */
export function NewKey({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { sites } = useMe()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['ingest'])
  const [site, setSite] = useState(sites[0]?.id ?? null)
  const [asked, setAsked] = useState(false)
  const create = useMutation(trpc.keys.create.mutationOptions({
    onSuccess: async () => { await Promise.all([trpc.keys.pathKey(), trpc.sources.pathKey(), trpc.me.pathKey()].map((queryKey) => queryClient.invalidateQueries({ queryKey }))) },
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && scopes.length > 0) create.mutate({ name: name.trim(), scopes: [...scopes], ...(site === null ? {} : { site }) })
  }
  return (
    <Dialog title={t('admin.keys.make')} isOpen onClose={onClose}>
      {create.data !== undefined ? <KeyText text={create.data.key} onDone={onClose} /> : (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <TextField label={t('admin.keys.name')} value={name} onChange={setName} hint={t('admin.keys.nameHint')} error={asked && name.trim() === '' ? t('admin.keys.nameMissing') : undefined} autoFocus />
          <fieldset>
            <legend className="mb-1 text-12 text-fg-2">{t('admin.keys.may')}</legend>
            {SCOPES.map((scope) => (
              <Checkbox key={scope} isSelected={scopes.includes(scope)} onChange={(on) => { setScopes(on ? [...scopes, scope] : scopes.filter((held) => held !== scope)) }}>{t(`admin.keys.scopeText.${scope}`)}</Checkbox>
            ))}
            {asked && scopes.length === 0 && <p role="alert" className="mt-1 text-12 font-mid">{t('admin.keys.scopeMissing')}</p>}
          </fieldset>
          <Select label={t('admin.site')} value={site} onChange={setSite} choices={sites.map((one) => ({ id: one.id, label: one.name }))} />
          {create.error !== null && <ErrorState message={create.error.message} />}
          <Button type="submit" variant="primary" size="lg" isPending={create.isPending}>{t('admin.keys.make')}</Button>
        </form>
      )}
    </Dialog>
  )
}
