'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { SHELF_MS } from '#server/core/alarms/shelf.ts'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useRefreshAlarms } from '../hooks/use-alarm-actions.ts'
import { useAlarmWords, type NamedAlarm } from '../hooks/use-alarm-words.ts'

const SHORTEST = 3
// An hour, a shift, a day, a long weekend, a week. A minute less than the most, so that the way to the server does not make it too long.
const LENGTHS = [HOUR_MS, 8 * HOUR_MS, SHELF_MS.usual, 3 * DAY_MS, SHELF_MS.long] as const
const MARGIN_MS = 60_000

interface ShelveDialogProps {
  readonly alarm: NamedAlarm & { readonly id: string; readonly rule: { readonly name: string } }
  readonly onClose: () => void
}

/** ShelveDialog asks for how long an alarm is put aside, and why. */
export function ShelveDialog({ alarm, onClose }: ShelveDialogProps): ReactNode {
  const t = useTranslations('alarms.shelving')
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const may = useMay()
  const { title } = useAlarmWords()
  const refresh = useRefreshAlarms()
  const [length, setLength] = useState(String(LENGTHS[1]))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useMutation(useTRPC().alarms.shelve.mutationOptions({ onSuccess: async () => { await refresh(); onClose() } }))
  const long = may('alarm.suppress')
  const missing = reason.trim().length < SHORTEST
  const untilOf = (ms: number): number => now + ms - (ms === SHELF_MS.usual || ms === SHELF_MS.long ? MARGIN_MS : 0)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!missing) mutate({ id: alarm.id, until: new Date(untilOf(Number(length))).toISOString(), reason: reason.trim() })
  }
  return (
    <Dialog title={t('title', { alarm: title(alarm, alarm.rule.name) })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {error !== null && <ErrorState message={error.message} />}
        <p className="text-13 text-fg-2">{t('what')}</p>
        <ChoiceCards
          label={t('howLong')} columns="grid-cols-3" value={length} onChange={setLength}
          choices={LENGTHS.filter((ms) => long || ms <= SHELF_MS.usual).map((ms) => ({
            id: String(ms), label: ms < DAY_MS ? t('hours', { hours: ms / HOUR_MS }) : t('days', { days: ms / DAY_MS }), note: t('until', { at: formatMoment(untilOf(ms), 'short', locale, zone) }),
          }))}
        />
        {!long && <p className="-mt-2 text-12 text-fg-2">{t('longer')}</p>}
        <TextField label={t('reason')} value={reason} onChange={setReason} rows={2} autoFocus error={asked && missing ? t('reasonMissing') : undefined} />
        <Button type="submit" variant="primary" size="lg" isPending={isPending}>{t('submit')}</Button>
      </form>
    </Dialog>
  )
}
