'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Checkbox } from '../../../../_ui/checkbox.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { DoorTable } from './door-table.tsx'
import type { Site } from './site.ts'

/** DoorSite is one site: its switch, its words for an emergency and, once it is open, its posters. */
export function DoorSite({ site }: { readonly site: Site }): ReactNode {
  const t = useTranslations('requests.doors')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(site.open)
  const [words, setWords] = useState(site.emergencyWords ?? '')
  const [phone, setPhone] = useState(site.emergencyPhone ?? '')
  const save = useMutation(trpc.requests.setSite.mutationOptions({
    onSuccess: async () => {
      toast(t('saved'))
      await queryClient.invalidateQueries({ queryKey: trpc.requests.pathKey() })
    },
  }))
  const changed = open !== site.open || words.trim() !== (site.emergencyWords ?? '') || phone.trim() !== (site.emergencyPhone ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ siteId: site.id, open, emergencyWords: words, emergencyPhone: phone })
  }
  return (
    <section aria-label={site.name} className="not-first:border-t not-first:border-line-soft not-first:pt-4">
      <form onSubmit={submit} noValidate className="grid max-w-[72ch] gap-3">
        <Checkbox isSelected={open} onChange={setOpen}>{t('open', { site: site.name })}</Checkbox>
        {(open || site.open) && (
          <>
            <TextField label={t('emergencyWords')} hint={t('emergencyHint')} rows={2} maxLength={400} value={words} onChange={setWords} />
            <TextField label={t('emergencyPhone')} type="tel" maxLength={40} value={phone} onChange={setPhone} className="max-w-60" />
          </>
        )}
        {save.error !== null && <ErrorState message={save.error.message} />}
        <div><Button type="submit" isDisabled={!changed} isPending={save.isPending} aria-label={`${t('save')}: ${site.name}`}>{t('save')}</Button></div>
      </form>
      {site.open && <DoorTable site={site} />}
    </section>
  )
}
