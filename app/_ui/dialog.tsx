'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'

interface DialogProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Dialog asks for something over the page; Escape and the cross leave it without a change. A press beside it does nothing: a glove's brush must not throw away what was typed. */
export function Dialog({ title, isOpen, onClose, wide = false, children }: DialogProps): ReactNode {
  const t = useTranslations('common')
  return (
    <ModalOverlay
      isOpen={isOpen} isDismissable={false}
      onOpenChange={(open) => { if (!open) onClose() }}
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(0_0_0/.45)] sm:items-center sm:p-4"
    >
      <Modal className={cx('max-h-[92dvh] w-full overflow-auto rounded-t-lg border border-g7 bg-surface sm:rounded-lg', wide ? 'sm:max-w-[720px]' : 'sm:max-w-[480px]')}>
        <AriaDialog className="outline-none">
          <header className="sticky top-0 z-10 flex min-h-12 items-center gap-2 border-b border-line-soft bg-surface pe-2 ps-4">
            <Heading slot="title" className="min-w-0 flex-1 text-14 font-strong">{title}</Heading>
            <IconButton label={t('close')} onPress={onClose}><X size={16} strokeWidth={1.5} aria-hidden /></IconButton>
          </header>
          <div className="p-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
