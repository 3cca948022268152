'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dialog } from '../../../../_ui/dialog.tsx'
import type { Kind } from '../../prepare/measure.ts'
import { KindCards } from './kind-cards.tsx'

interface KindDialogProps {
  readonly chosen: Kind
  readonly onChoose: (kind: Kind) => void
  readonly onClose: () => void
}

/** KindDialog turns a rule into another kind, and says that the old limits go with it. */
export function KindDialog({ chosen, onChoose, onClose }: KindDialogProps): ReactNode {
  const t = useTranslations('rules.measure')
  return (
    <Dialog title={t('ask')} isOpen wide onClose={onClose}>
      <p className="mb-3 text-13 text-fg-2">{t('changeNote')}</p>
      <KindCards chosen={chosen} onChoose={(kind) => { onChoose(kind); onClose() }} />
    </Dialog>
  )
}
