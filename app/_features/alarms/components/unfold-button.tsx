'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Alarm } from '../prepare/view.ts'

interface UnfoldButtonProps {
  readonly alarm: Alarm
  readonly isOpen: boolean
  readonly onChange: (show: boolean) => void
}

/** UnfoldButton shows or hides what is folded under an alarm. */
export function UnfoldButton({ alarm, isOpen, onChange }: UnfoldButtonProps): ReactNode {
  const t = useTranslations('alarms.row')
  const machine = alarm.asset.tag
  return (
    <Button
      aria-expanded={isOpen} aria-label={t(isOpen ? 'hideOf' : 'showOf', { machine })} onPress={() => { onChange(!isOpen) }}
      className="touch relative z-10 min-h-6 rounded-sm px-1 font-mid text-fg underline decoration-g7 underline-offset-2 hover:bg-g4"
    >
      {t(isOpen ? 'hide' : 'show')}
    </Button>
  )
}
