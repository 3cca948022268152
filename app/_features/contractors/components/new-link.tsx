'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { LINK_DAYS } from '#server/core/public/contractor.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

const DAYS = [1, LINK_DAYS.usual, 14, 30, LINK_DAYS.most]
const SHORTEST = 2

/** NewLink makes a link for a contractor and shows it, this once. */
export function NewLink({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('requests.contractors')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [days, setDays] = useState(String(LINK_DAYS.usual))
  const [copied, setCopied] = useState(false)
  const create = useMutation(trpc.contractors.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.contractors.pathKey() }) }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim().length >= SHORTEST) create.mutate({ orderId, name: name.trim(), days: Number(days) })
  }
  if (create.data !== undefined) {
    const link = `${window.location.origin}${create.data.path}`
    return (
      <Dialog title={t('made')} isOpen onClose={onClose}>
        <p className="mb-3 text-13">{t('once')}</p>
        <TextField label={t('link')} value={link} isReadOnly />
        <div className="mt-4 flex justify-end gap-2">
          <Button onPress={() => { void navigator.clipboard.writeText(link).then(() => { setCopied(true) }) }}>{t(copied ? 'copied' : 'copy')}</Button>
          <Button variant="primary" onPress={onClose}>{t('ready')}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('make')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-fg-2">{t('what')}</p>
        <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} autoFocus />
        <Select label={t('days')} value={days} onChange={setDays} choices={DAYS.map((count) => ({ id: String(count), label: t('daysCount', { count }) }))} />
        {create.error !== null && <ErrorState message={create.error.message} />}
        <Button type="submit" variant="primary" size="lg" isDisabled={name.trim().length < SHORTEST} isPending={create.isPending}>{t('make')}</Button>
      </form>
    </Dialog>
  )
}
