'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'

interface AskFirstProps {
  /** What would be done, as the button says it. */
  readonly action: string
  /** To what. */
  readonly name: string
  /** What follows from it. */
  readonly text: string
  readonly isPending: boolean
  readonly onDo: () => void
  readonly onClose: () => void
}

/** AskFirst asks before something ends for good. */
export function AskFirst({ action, name, text, isPending, onDo, onClose }: AskFirstProps): ReactNode {
  const t = useTranslations('common')
  return (
    <Dialog title={`${action}: ${name}`} isOpen onClose={onClose}>
      <p className="mb-4 max-w-[75ch] text-13">{text}</p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={onDo}>{action}</Button>
      </div>
    </Dialog>
  )
}
