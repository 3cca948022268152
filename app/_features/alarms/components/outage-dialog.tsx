'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useRefreshAlarms } from '../hooks/use-alarm-actions.ts'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { AlarmDetail } from '../prepare/view.ts'

const SHORTEST = 3

/** OutageDialog asks what of an alarm is out of service, under which order, and why. */
export function OutageDialog({ detail: { alarm, rule, orders }, onClose }: { readonly detail: AlarmDetail; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('alarms.outage')
  const missingReason = useTranslations('alarms.shelving')('reasonMissing')
  const { title } = useAlarmWords()
  const words = useOrderWords()
  const refresh = useRefreshAlarms()
  const [scope, setScope] = useState<'point' | 'rule'>('point')
  const [orderId, setOrderId] = useState<string | null>(orders.length === 1 ? (orders[0]?.id ?? null) : null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useMutation(useTRPC().alarms.takeOutOfService.mutationOptions({ onSuccess: async () => { await refresh(); onClose() } }))
  const noReason = reason.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!noReason && orderId !== null) mutate({ id: alarm.id, scope, workOrderId: orderId, reason: reason.trim() })
  }
  return (
    <Dialog title={t('title', { alarm: title(alarm, alarm.rule.name) })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {error !== null && <ErrorState message={error.message} />}
        <p className="text-13 text-fg-2">{t('what')}</p>
        <ChoiceCards
          label={t('scope')} value={scope} onChange={(id) => { setScope(id === 'rule' ? 'rule' : 'point') }}
          choices={[{ id: 'point', label: t('point', { name: alarm.point }), note: t('pointNote') }, { id: 'rule', label: t('rule', { name: rule.name }), note: t('ruleNote') }]}
        />
        {orders.length === 0
          ? <EmptyState action={<LinkButton size="sm" href={`/assets/${alarm.asset.id}`}>{t('create')}</LinkButton>}>{t('noOrder')}</EmptyState>
          : (
            <Select
              label={t('order')} value={orderId} onChange={setOrderId} error={asked && orderId === null ? t('orderMissing') : undefined} placeholder={t('orderMissing')}
              choices={orders.map((order) => ({ id: order.id, label: `${order.number} ${words.title(order)}` }))}
            />
          )}
        <TextField label={t('reason')} value={reason} onChange={setReason} rows={2} error={asked && noReason ? missingReason : undefined} />
        {orders.length > 0 && <Button type="submit" variant="primary" size="lg" isPending={isPending}>{t('submit')}</Button>}
      </form>
    </Dialog>
  )
}
