'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { proven, type TrialView } from '../../prepare/setup/trial.ts'

interface TrialActionsProps {
  readonly trial: TrialView
  readonly onChange: (() => void) | undefined
}

/** TrialActions are what to do with a source after its test: keep it, change its settings, or remove it; one that has delivered can only be switched off, and says so. */
export function TrialActions({ trial, onChange }: TrialActionsProps): ReactNode {
  const t = useTranslations('setup.trial')
  const common = useTranslations('common')
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const leave = async (words: string): Promise<void> => {
    toast(words)
    router.push('/sources')
    await queryClient.invalidateQueries({ queryKey: trpc.sources.list.queryKey() })
  }
  const remove = useMutation(trpc.sources.remove.mutationOptions({ onSuccess: () => leave(t('removed', { name: trial.name })) }))
  const switchOff = useMutation(trpc.sources.setEnabled.mutationOptions({ onSuccess: () => leave(t('off', { name: trial.name })) }))
  const error = remove.error ?? switchOff.error
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" onPress={() => { void leave(t('kept', { name: trial.name })) }}>{t('keep')}</Button>
      {onChange !== undefined && <Button onPress={onChange}>{t('change')}</Button>}
      {!trial.demo && <Button onPress={() => { setAsking(true) }}>{t('remove')}</Button>}
      {!proven(trial) && trial.state !== 'off' && <span className="text-12 text-pretty text-fg-2">{t('unproven')}</span>}
      <Dialog title={trial.delivered ? t('cannotRemove') : t('removeTitle', { name: trial.name })} isOpen={asking} onClose={() => { setAsking(false) }}>
        <p className="max-w-[75ch] text-13 text-pretty">{trial.delivered ? t('delivered') : t('removeText')}</p>
        {error !== null && <div className="mt-3"><ErrorState message={error.message} /></div>}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onPress={() => { setAsking(false) }}>{common('cancel')}</Button>
          {trial.delivered
            ? <Button variant="primary" isPending={switchOff.isPending} isDisabled={!trial.enabled} onPress={() => { switchOff.mutate({ id: trial.id, enabled: false }) }}>{t('switchOff')}</Button>
            : <Button variant="primary" isPending={remove.isPending} onPress={() => { remove.mutate({ id: trial.id }) }}>{t('removeYes')}</Button>}
        </div>
      </Dialog>
    </div>
  )
}
