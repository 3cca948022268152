'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Browsers } from './browsers.tsx'
import { Reached } from './reached.tsx'

/** Where is where a person is reached: mailbox, telephone and browsers, how each last went, and a test that is really sent. */
export function Where({ settings }: { readonly settings: Outputs['notify']['settings'] }): ReactNode {
  const t = useTranslations('notify.settings')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const mailbox = settings.endpoints.find(({ kind }) => kind === 'email')
  const kept = settings.endpoints.find(({ kind }) => kind === 'phone')?.address ?? ''
  const [phone, setPhone] = useState(kept)
  const save = useMutation(trpc.notify.setPhone.mutationOptions({
    onSuccess: async () => { toast(t('saved')); await queryClient.invalidateQueries({ queryKey: trpc.notify.settings.queryKey() }) },
  }))
  const test = useMutation(trpc.notify.test.mutationOptions({
    onSuccess: ({ messages }) => { toast(t('tested', { count: messages })) },
    onError: (error) => { toast(error.message) },
  }))
  return (
    <Panel title={t('where')} aside={<Button size="sm" isPending={test.isPending} onPress={() => { test.mutate() }}>{t('test')}</Button>}>
      <h3 className="text-12 text-fg-2">{t('email')}</h3>
      <p className="mb-4 text-13">
        {!settings.mailSetUp ? t('noMail') : mailbox === undefined ? t('noAddress') : <>{mailbox.address} <Reached endpoint={mailbox} /></>}
      </p>
      <form className="mb-4 flex flex-wrap items-start gap-2" onSubmit={(event) => { event.preventDefault(); save.mutate({ phone: phone.trim() === '' ? null : phone.trim() }) }}>
        <TextField label={t('phone')} type="tel" value={phone} onChange={setPhone} hint={t('phoneHint')} error={save.error?.message} className="min-w-0 flex-1 basis-52" />
        <Button type="submit" isPending={save.isPending} isDisabled={phone.trim() === kept} className="mt-[22px]">{t('save')}</Button>
      </form>
      <Browsers pushKey={settings.pushKey} browsers={settings.endpoints.filter(({ kind }) => kind === 'push')} />
    </Panel>
  )
}
