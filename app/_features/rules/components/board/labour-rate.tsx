'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useMay } from '../../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import type { BoardView } from '../../prepare/precision.ts'

type Rate = BoardView['rate']

/** LabourRate says what an hour of labour is reckoned with, and lets those change it who may. */
export function LabourRate({ rate }: { readonly rate: Rate }): ReactNode {
  const t = useTranslations('verdicts.rate')
  const words = useFigureWords()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2 text-12 text-fg-2">
      <span>{rate === null ? t('unknown') : t('known', { rate: words.money(rate.perHour, rate.currency) })}</span>
      {may('cost.edit') && <Button size="sm" onPress={() => { setOpen(true) }}>{t(rate === null ? 'set' : 'change')}</Button>}
      {isOpen && <RateDialog rate={rate} onClose={() => { setOpen(false) }} />}
    </div>
  )
}

function RateDialog({ rate, onClose }: { readonly rate: Rate; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('verdicts.rate')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [amount, setAmount] = useState(rate === null ? Number.NaN : Number(rate.perHour))
  const [currency, setCurrency] = useState(rate?.currency ?? 'EUR')
  const [asked, setAsked] = useState(false)
  const change = useMutation(trpc.rules.setLabourRate.mutationOptions({
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
      onClose()
    },
  }))
  const isCurrency = /^[A-Z]{3}$/.test(currency)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (Number.isFinite(amount) && isCurrency) change.mutate({ perHour: amount, currency })
  }
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <form onSubmit={send} className="grid gap-3 text-13">
        <p>{t('text')}</p>
        <div className="flex flex-wrap items-start gap-3">
          <NumberField
            label={t('perHour')} value={amount} onChange={setAmount} minValue={0} steppers={false} autoFocus isWheelDisabled className="w-40" formatOptions={{ maximumFractionDigits: 2 }}
            error={asked && !Number.isFinite(amount) ? t('missing') : undefined}
          />
          <TextField label={t('currency')} value={currency} onChange={(text) => { setCurrency(text.trim().toUpperCase()) }} maxLength={3} className="w-28" error={asked && !isCurrency ? t('badCurrency') : undefined} />
        </div>
        {change.error !== null && <ErrorState message={`${change.error.message} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isPending}>{t('save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
