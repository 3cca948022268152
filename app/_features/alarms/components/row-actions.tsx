'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import { unseenIn } from '../prepare/sections.ts'
import type { Alarm } from '../prepare/view.ts'

interface RowActionsProps {
  readonly alarm: Alarm
  readonly isBusy: boolean
  readonly onAcknowledge: () => void
  readonly onShelve: () => void
}

/** RowActions acknowledge an alarm (a first-out with its flood) and shelve it, in place; a safety alarm is never shelved. */
export function RowActions({ alarm, isBusy, onAcknowledge, onShelve }: RowActionsProps): ReactNode {
  const t = useTranslations('alarms')
  const title = useAlarmWords().title(alarm, alarm.rule.name)
  const unseen = unseenIn(alarm)
  return (
    <>
      {unseen > 0 && <Button size="sm" isDisabled={isBusy} aria-label={t('acknowledgeOf', { alarm: title })} onPress={onAcknowledge}>{unseen === 1 ? t('acknowledge') : t('acknowledgeAll', { count: unseen })}</Button>}
      {!alarm.safety && alarm.state !== 'normal' && <Button size="sm" variant="quiet" aria-label={t('shelveOf', { alarm: title })} onPress={onShelve}>{t('shelve')}</Button>}
    </>
  )
}
