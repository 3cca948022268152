'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { KeyText } from '../../../_ui/key-text.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

/** RenewWebhook gives a webhook a new secret, says what becomes of the old one, and shows the new one this once. */
export function RenewWebhook({ id, label, onClose }: { readonly id: string; readonly label: string; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [atOnce, setAtOnce] = useState(false)
  const renew = useMutation(trpc.webhooks.renew.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }) }))
  return (
    <Dialog title={`${t('renew')}: ${label}`} isOpen onClose={onClose}>
      {renew.data !== undefined ? (
        <>
          <KeyText text={renew.data.secret} note={t('once')} onDone={onClose} />
          <p className="mt-3 max-w-[75ch] text-12 text-fg-2">
            {renew.data.oldUntil === null ? t('oldEnded') : t.rich('oldUntil', { time: () => <Timestamp at={renew.data.oldUntil ?? ''} className="num" /> })}
          </p>
        </>
      ) : (
        <div className="grid gap-3">
          <p className="max-w-[75ch] text-13">{t('renewText')}</p>
          <Checkbox isSelected={atOnce} onChange={setAtOnce}>{t('atOnce')}</Checkbox>
          <p aria-live="polite" className="max-w-[75ch] text-12 text-fg-2">{atOnce ? t('atOnceText') : t('overlapText')}</p>
          {renew.error !== null && <ErrorState message={renew.error.message} />}
          <div className="flex justify-end"><Button variant="primary" isPending={renew.isPending} onPress={() => { renew.mutate({ id, atOnce }) }}>{t('renew')}</Button></div>
        </div>
      )}
    </Dialog>
  )
}
