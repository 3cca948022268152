'use client'

import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useRefreshAlarms } from '../hooks/use-alarm-actions.ts'
import { machinesOf } from '../prepare/tree.ts'

const SHORTEST = 3

/** DesignDialog asks which point says "stopped", and whose new alarms say nothing meanwhile. */
export function DesignDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('alarms.design')
  const missingReason = useTranslations('alarms.shelving')('reasonMissing')
  const trpc = useTRPC()
  const refresh = useRefreshAlarms()
  const [cause, setCause] = useState<string | null>(null)
  const [pointId, setPointId] = useState<string | null>(null)
  const [direction, setDirection] = useState<'above' | 'below'>('below')
  const [limit, setLimit] = useState(1)
  const [machine, setMachine] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { data: tree } = useQuery(trpc.assets.tree.queryOptions({}))
  const { data: asset } = useQuery(trpc.assets.get.queryOptions(cause === null ? skipToken : { id: cause }))
  const { mutate, isPending, error } = useMutation(trpc.alarms.addSuppression.mutationOptions({ onSuccess: async () => { await refresh(); onClose() } }))
  const points = asset?.points ?? []
  const unit = points.find((point) => point.id === pointId)?.unit
  const noReason = reason.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (pointId !== null && machine !== null && !noReason && Number.isFinite(limit)) mutate({ causePointId: pointId, direction, limit, assetId: machine, reason: reason.trim() })
  }
  const machines = tree === undefined ? null : machinesOf(tree)
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {error !== null && <ErrorState message={error.message} />}
        {machines !== null && (
          <Picker label={t('causeMachine')} choices={machines} value={cause} onChange={(id) => { setCause(id); setPointId(null) }} error={asked && cause === null ? t('causeMissing') : undefined} />
        )}
        <Select
          label={t('cause')} value={pointId} onChange={setPointId} isDisabled={points.length === 0} error={asked && cause !== null && pointId === null ? t('causeMissing') : undefined}
          placeholder={t('causeMissing')} choices={points.map((point) => ({ id: point.id, label: point.name, note: unitLabel(point.unit) }))}
        />
        <div className="grid grid-cols-2 items-end gap-3">
          <Select label={t('side')} value={direction} onChange={(id) => { setDirection(id === 'above' ? 'above' : 'below') }} choices={[{ id: 'below', label: t('below') }, { id: 'above', label: t('above') }]} />
          <NumberField label={t('limit')} value={limit} onChange={setLimit} steppers={false} {...(unit === undefined ? {} : { unit: unitLabel(unit) })} />
        </div>
        {machines !== null && <Picker label={t('machine')} choices={machines} value={machine} onChange={setMachine} error={asked && machine === null ? t('machineMissing') : undefined} />}
        <TextField label={t('reason')} value={reason} onChange={setReason} rows={2} error={asked && noReason ? missingReason : undefined} />
        <Button type="submit" variant="primary" size="lg" isPending={isPending}>{t('submit')}</Button>
      </form>
    </Dialog>
  )
}
