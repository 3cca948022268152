'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { clockOf, minuteOf } from '../prepare/browser-name.ts'
import { ChannelTable } from './channel-table.tsx'

/** SettingsForm is what a person is told by which channel, and his quiet hours. */
export function SettingsForm({ settings }: { readonly settings: Outputs['notify']['settings'] }): ReactNode {
  const t = useTranslations('notify.settings')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { preference } = settings
  const [channels, setChannels] = useState(settings.channels)
  const [quiet, setQuiet] = useState(preference.quiet)
  const [from, setFrom] = useState(clockOf(preference.quietFrom))
  const [to, setTo] = useState(clockOf(preference.quietTo))
  const save = useMutation(trpc.notify.saveSettings.mutationOptions({
    onSuccess: async () => {
      toast(t('saved'))
      await queryClient.invalidateQueries({ queryKey: trpc.notify.settings.queryKey() })
    },
  }))
  const submit = (): void => {
    const { call: _, ...chosen } = channels
    save.mutate({
      channels: Object.fromEntries(Object.entries(chosen).map(([category, list]) => [category, [...list]])), quiet,
      quietFrom: minuteOf(from) ?? preference.quietFrom, quietTo: minuteOf(to) ?? preference.quietTo,
    })
  }
  return (
    <Panel title={t('title')}>
      <p className="mb-3 max-w-[75ch] text-13 text-fg-2">{t('list')}</p>
      <ChannelTable channels={channels} onChange={setChannels} />
      <h3 className="mt-5 mb-1 text-13 font-strong">{t('quiet')}</h3>
      <Checkbox isSelected={quiet} onChange={setQuiet}>{t('quietOn')}</Checkbox>
      <div className="my-2 flex flex-wrap gap-3">
        <TextField label={t('from')} type="time" value={from} onChange={setFrom} isDisabled={!quiet} className="w-32" />
        <TextField label={t('to')} type="time" value={to} onChange={setTo} isDisabled={!quiet} className="w-32" />
      </div>
      <p className="mb-3 max-w-[75ch] text-12 text-fg-2">{t('quietNote')}</p>
      {save.error !== null && <div className="mb-3"><ErrorState message={save.error.message} /></div>}
      <Button variant="primary" isPending={save.isPending} onPress={submit}>{t('save')}</Button>
    </Panel>
  )
}
