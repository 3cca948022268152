'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore, type ReactNode } from 'react'
import { dismiss, shownConfirmation, watchConfirmations } from '../confirmations.ts'

const key = 'min-h-14 min-w-14 cursor-pointer px-3 font-strong text-inherit'

/** ConfirmationLine says what was just done, above the main actions, with the way back. */
export function ConfirmationLine(): ReactNode {
  const t = useTranslations('common')
  const shown = useSyncExternalStore(watchConfirmations, shownConfirmation, () => null)
  return (
    <div role="status" className="pointer-events-none sticky bottom-[calc(var(--act)+36px)] z-30 mx-auto w-full max-w-[820px] px-5 max-sm:px-2">
      {shown !== null && (
        <div className="pointer-events-auto flex items-center gap-2 rounded-[12px] bg-g12 ps-5 pe-1 text-m18 text-g1">
          <span className="min-w-0 flex-1 py-3">{shown.text}</span>
          {shown.undo && <button type="button" className={`${key} underline underline-offset-3`} onClick={() => { shown.undo?.run(); dismiss() }}>{shown.undo.label}</button>}
          <button type="button" aria-label={t('close')} className={`${key} grid place-items-center`} onClick={dismiss}><X size={24} strokeWidth={1.7} aria-hidden /></button>
        </div>
      )}
    </div>
  )
}
