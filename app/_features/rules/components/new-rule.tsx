'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { newDefinition } from '../prepare/change.ts'
import { EMPTY_FORM, limitUnit, missingOf, withPlace, type Missing } from '../prepare/new-rule.ts'
import { usePlacePoints } from '../hooks/use-place-points.ts'
import { FIELD_FORMAT } from './edit/value-field.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { PointChoice } from './point-choice.tsx'

const LONGEST = 120

/** NewRule asks for a name, where the rule holds, what it watches and one limit; the editor does the rest. */
export function NewRule({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('rules.create')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [form, setForm] = useState(EMPTY_FORM)
  const [asked, setAsked] = useState(false)
  const points = usePlacePoints(form)
  const missing = missingOf(form)
  const errorOf = (field: Missing): string | undefined => (asked && missing.includes(field) ? t(`missing.${field}`) : undefined)
  const create = useMutation(trpc.rules.create.mutationOptions({
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
      router.push(`/rules/${id}`)
    },
  }))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (missing.length > 0) return
    create.mutate({
      name: form.name.trim(), definition: newDefinition(form.points, form.direction, form.limit),
      ...(form.where === 'class' ? { classId: form.classId ?? '' } : { assetId: form.machine?.id ?? '' }),
    })
  }
  const unit = unitLabel(limitUnit(form, points ?? []))
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <form onSubmit={send} className="grid gap-4">
        <TextField label={t('name')} hint={t('nameHint')} value={form.name} maxLength={LONGEST} autoFocus error={errorOf('name')} onChange={(name) => { setForm({ ...form, name }) }} />
        <ChoiceCards
          label={t('where')} value={form.where} choices={[{ id: 'class', label: t('class'), note: t('classNote') }, { id: 'machine', label: t('machine'), note: t('machineNote') }]}
          onChange={(where) => { setForm(withPlace(form, { where: where === 'machine' ? 'machine' : 'class' })) }}
        />
        <PlaceChoice form={form} error={errorOf(form.where)} onChange={setForm} />
        {points !== null && <PointChoice form={form} points={points} error={errorOf('points')} onChange={setForm} />}
        <div className="flex flex-wrap items-start gap-4">
          <div>
            <p aria-hidden className="mb-1 text-12 text-fg-2">{t('side')}</p>
            <Segmented label={t('side')} value={form.direction} choices={[{ id: 'above', label: t('above') }, { id: 'below', label: t('below') }]} onChange={(direction) => { setForm({ ...form, direction }) }} />
          </div>
          <NumberField
            label={t('limit')} value={form.limit} steppers={false} formatOptions={FIELD_FORMAT} isWheelDisabled error={errorOf('limit')} className="w-40"
            onChange={(limit) => { setForm({ ...form, limit }) }} {...(unit === '' ? {} : { unit })}
          />
        </div>
        {create.error !== null && <ErrorState message={`${create.error.message} ${common('error.kept')}`} />}
        <p className="text-12 text-fg-2">{t('then')}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={create.isPending || create.isSuccess}>{t('make')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
