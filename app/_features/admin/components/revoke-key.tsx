'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'

interface RevokeKeyProps {
  readonly name: string
  readonly isPending: boolean
  readonly onRevoke: () => void
  readonly onClose: () => void
}

/** RevokeKey asks before a key ends for good. */
export function RevokeKey({ name, isPending, onRevoke, onClose }: RevokeKeyProps): ReactNode {
  const t = useTranslations()
  return (
    <Dialog title={`${t('admin.keys.revoke')}: ${name}`} isOpen onClose={onClose}>
      <p className="mb-4 text-13">{t('admin.keys.revokeText')}</p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={onRevoke}>{t('admin.keys.revoke')}</Button>
      </div>
    </Dialog>
  )
}
