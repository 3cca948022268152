'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

/** AllowedHosts is what inside the plant messages may go to. */
export function AllowedHosts({ allowed }: { readonly allowed: Outputs['webhooks']['list']['allowed'] }): ReactNode {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pattern, setPattern] = useState('')
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() })
  const allow = useMutation(trpc.webhooks.allow.mutationOptions({ onSuccess: async () => { setPattern(''); await refresh() } }))
  const disallow = useMutation(trpc.webhooks.disallow.mutationOptions({ onSuccess: refresh, onError: (error) => { toast(error.message) } }))
  return (
    <section aria-label={t('allowed')} className="border-t border-line-soft px-3.5 py-3">
      <h3 className="text-13 font-strong">{t('allowed')}</h3>
      <p className="mb-2 max-w-[75ch] text-12 text-fg-2">{t('allowedNote')}</p>
      {allowed.length === 0 ? <p className="mb-2 text-13">{t('noneAllowed')}</p> : (
        <ul className="mb-2">
          {allowed.map((one) => (
            <li key={one.id} className="flex items-center gap-2 py-1 text-13">
              <span className="mr-auto break-all">{one.pattern}</span>
              <Button size="sm" aria-label={`${t('disallow')}: ${one.pattern}`} onPress={() => { disallow.mutate({ id: one.id }) }}>{t('disallow')}</Button>
            </li>
          ))}
        </ul>
      )}
      <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => { event.preventDefault(); if (pattern.trim() !== '') allow.mutate({ pattern, note: null }) }}>
        <TextField label={t('pattern')} value={pattern} onChange={setPattern} error={allow.error?.message} className="min-w-0 flex-1 basis-52" />
        <Button type="submit" isPending={allow.isPending} isDisabled={pattern.trim() === ''}>{t('allow')}</Button>
      </form>
    </section>
  )
}
