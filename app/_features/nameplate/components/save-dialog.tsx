'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'

interface SaveDialogProps {
  readonly title: string
  readonly hint: string
  readonly failure: string | null
  readonly isPending: boolean
  readonly children: ReactNode
  readonly onSave: () => void
  readonly onClose: () => void
}

/** SaveDialog is a form over the page: what it is for, its fields, and what the server said against it. */
export function SaveDialog({ title, hint, failure, isPending, children, onSave, onClose }: SaveDialogProps): ReactNode {
  const common = useTranslations('common')
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); onSave() }}>
        <p className="text-13 text-pretty text-fg-2">{hint}</p>
        {children}
        {failure !== null && <ErrorState message={`${failure} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
