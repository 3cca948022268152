'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import type { Source } from '../prepare/source.ts'

/** SourceSwitch switches a source on at once, and off after a question. */
export function SourceSwitch({ source }: { readonly source: Source }): ReactNode {
  const t = useTranslations('sources')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const change = useMutation(trpc.sources.setEnabled.mutationOptions({
    onSuccess: async (_nothing, { enabled }) => {
      setAsking(false)
      toast(t('switched', { on: String(enabled), name: source.name }))
      await queryClient.invalidateQueries({ queryKey: trpc.sources.pathKey() })
    },
    onError: (error, { enabled }) => { if (enabled) toast(error.message) },
  }))
  const to = (enabled: boolean) => (): void => { change.mutate({ id: source.id, enabled }) }
  return (
    <>
      {source.enabled
        ? <Button size="sm" aria-label={t('disableOf', { name: source.name })} onPress={() => { setAsking(true) }}>{t('disable')}</Button>
        : <Button size="sm" aria-label={t('enableOf', { name: source.name })} isPending={change.isPending} onPress={to(true)}>{t('enable')}</Button>}
      <Dialog title={t('confirm.title', { name: source.name })} isOpen={asking} onClose={() => { setAsking(false) }}>
        <p className="max-w-[75ch] text-13">{t('confirm.text')}</p>
        {change.error !== null && <div className="mt-3"><ErrorState message={change.error.message} /></div>}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onPress={() => { setAsking(false) }}>{common('cancel')}</Button>
          <Button variant="primary" isPending={change.isPending} onPress={to(false)}>{t('confirm.yes')}</Button>
        </div>
      </Dialog>
    </>
  )
}
