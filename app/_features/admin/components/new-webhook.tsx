'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CATEGORIES, type Category } from '#server/core/notify/kinds.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { KeyText } from '../../../_ui/key-text.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

const EVERY = 'every'

/** NewWebhook makes a webhook and shows its signing secret, this once. */
export function NewWebhook({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('webhooks')
  const common = useTranslations('admin')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { sites } = useMe()
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState('')
  const [site, setSite] = useState(EVERY)
  const [heard, setHeard] = useState<readonly Category[]>(['call'])
  const [minPriority, setMinPriority] = useState(2)
  const [asked, setAsked] = useState(false)
  const create = useMutation(trpc.webhooks.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }) }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (label.trim() === '' || heard.length === 0) return
    create.mutate({ label: label.trim(), address: address.trim(), siteId: site === EVERY ? null : site, categories: [...heard], minPriority })
  }
  return (
    <Dialog title={t('make')} isOpen onClose={onClose}>
      {create.data !== undefined ? (
        <KeyText text={create.data.secret} note={t('once')} onDone={onClose} />
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <TextField label={t('name')} value={label} onChange={setLabel} error={asked && label.trim() === '' ? t('nameMissing') : undefined} autoFocus />
          <TextField label={t('address')} type="url" value={address} onChange={setAddress} placeholder="https://" hint={t('insideHint')} />
          <Select label={common('site')} value={site} onChange={setSite} choices={[{ id: EVERY, label: t('everySite') }, ...sites.map(({ id, name }) => ({ id, label: name }))]} />
          <fieldset>
            <legend className="mb-1 text-12 text-fg-2">{t('hears')}</legend>
            {CATEGORIES.map((one) => (
              <Checkbox key={one} isSelected={heard.includes(one)} onChange={(on) => { setHeard(on ? [...heard, one] : heard.filter((kept) => kept !== one)) }}>{t(`category.${one}`)}</Checkbox>
            ))}
            {asked && heard.length === 0 && <p role="alert" className="mt-1 text-12 font-mid">{t('heardMissing')}</p>}
          </fieldset>
          <NumberField label={t('from')} value={minPriority} minValue={1} maxValue={4} onChange={setMinPriority} />
          {create.error !== null && <ErrorState message={create.error.message} />}
          <Button type="submit" variant="primary" size="lg" isPending={create.isPending}>{t('make')}</Button>
        </form>
      )}
    </Dialog>
  )
}
