'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import type { MeasurementFacts } from '#server/core/assets/measurement-facts.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { hasBand, measurementOf, problemIn, typed, type FieldAt, type PointView } from '../prepare/nameplate.ts'
import { SaveDialog } from './save-dialog.tsx'

/** EditPoint asks for a point's unit and, where it measures vibration, the band that it truly covers and its sample rate. */
export function EditPoint({ point, onClose }: { readonly point: PointView; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('nameplate')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [seen] = useState(() => measurementOf(point))
  const [facts, setFacts] = useState(seen)
  const [asked, setAsked] = useState(false)
  const change = (next: Partial<MeasurementFacts>): void => { setFacts((now) => ({ ...now, ...next })) }
  const problem = asked ? problemIn(facts, point.quantity) : null
  const told = (at: FieldAt): string | undefined => (problem?.at === at ? t(`problem.${problem.key}`) : undefined)
  const save = useMutation(trpc.assets.savePoint.mutationOptions({
    onSuccess: () => {
      toast(t('saved', { machine: point.name }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() }),
  }))
  const onSave = (): void => {
    setAsked(true)
    if (problemIn(facts, point.quantity) === null) save.mutate({ id: point.id, facts, seen })
  }
  const hertz = (field: 'bandLowHz' | 'bandHighHz' | 'sampleRateHz', error?: string): ReactNode => (
    <NumberField
      label={t(`point.${field}`)} value={facts[field] ?? Number.NaN} onChange={(value) => { change({ [field]: typed(value) }) }} unit="Hz" steppers={false} isWheelDisabled minValue={0}
      formatOptions={{ maximumFractionDigits: 3 }} error={error} className="min-w-0"
    />
  )
  return (
    <SaveDialog title={t('pointTitle', { point: point.name })} hint={t(hasBand(point) ? 'pointHint' : 'unitHint')} failure={save.error?.message ?? null} isPending={save.isPending} onSave={onSave} onClose={onClose}>
      <TextField label={t('point.unit')} hint={t('point.unitHint')} value={facts.unit} onChange={(unit) => { change({ unit: unit.trim() }) }} maxLength={30} error={told('unit')} />
      {hasBand(point) && <div className="grid gap-3 sm:grid-cols-2">{hertz('bandLowHz')}{hertz('bandHighHz', told('bandHighHz'))}{hertz('sampleRateHz', told('sampleRateHz'))}</div>}
    </SaveDialog>
  )
}
