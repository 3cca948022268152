'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { usePlacePoints } from '../hooks/use-place-points.ts'
import { missingOf, placeVocabulary, withPlace, type Missing, type NewRuleForm } from '../prepare/new-rule.ts'
import { problemsOf } from '../prepare/words.ts'
import { MeasureFields } from './measure/measure-fields.tsx'
import { NewRuleLimits } from './new-rule-limits.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { PointChoice } from './point-choice.tsx'

const LONGEST = 120
/** Kinds whose settings belong to the first question; the others begin with what is usual. */
const ASKED_AT_ONCE = ['rate', 'expression', 'noise', 'clipping', 'stuck']

interface NewRuleFieldsProps {
  readonly form: NewRuleForm
  readonly onChange: (form: NewRuleForm) => void
  readonly onBack: () => void
  readonly onClose: () => void
}

const isTaken = (error: unknown): boolean => error instanceof TRPCClientError && (error.data as { reason?: unknown } | null)?.reason === 'conflict'

/** NewRuleFields asks for a name, where a new rule of the chosen kind holds, what it watches and its first limit, and makes the draft. */
export function NewRuleFields({ form, onChange, onBack, onClose }: NewRuleFieldsProps): ReactNode {
  const t = useTranslations('rules.create')
  const notice = useTranslations('rules.measure.notice')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState(0)
  const place = useRef<HTMLFormElement>(null)
  const points = usePlacePoints(form)
  const missing = missingOf(form)
  const { definition } = form
  // What is missing is said when asked; an expression says at once where it cannot be read.
  const problems = problemsOf(definition).filter(({ word, key }) => asked > 0 || (word === 'measure' && key !== 'expression.empty'))
  const create = useMutation(trpc.rules.create.mutationOptions({
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
      router.push(`/rules/${id}`)
    },
  }))
  // What is missing may stand above what one sees of a long form.
  useEffect(() => {
    if (asked > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus()
  }, [asked])
  const taken = isTaken(create.error) ? create.error?.message : undefined
  const errorOf = (field: Missing): string | undefined => (asked > 0 && missing.includes(field) ? t(`missing.${field}`) : undefined)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(asked + 1)
    if (missing.length > 0 || problemsOf(definition).length > 0) return
    create.mutate({ name: form.name.trim(), definition, ...(form.where === 'class' ? { classId: form.classId ?? '' } : { assetId: form.machine?.id ?? '' }) })
  }
  const editor = { definition, problems, vocabulary: placeVocabulary(points), preview: null, change: (to: typeof definition) => { onChange({ ...form, definition: to }) } }
  return (
    <form ref={place} onSubmit={send} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-[60ch] text-13"><b className="font-strong">{notice(`${definition.measure.kind}.title`)}.</b> <span className="text-fg-2">{notice(`${definition.measure.kind}.what`)}</span></p>
        <Button size="sm" onPress={onBack}>{t('back')}</Button>
      </div>
      <TextField
        label={t('name')} hint={t('nameHint')} value={form.name} maxLength={LONGEST} autoFocus error={errorOf('name') ?? taken}
        onChange={(name) => { create.reset(); onChange({ ...form, name }) }}
      />
      <ChoiceCards
        label={t('where')} value={form.where} choices={[{ id: 'class', label: t('class'), note: t('classNote') }, { id: 'machine', label: t('machine'), note: t('machineNote') }]}
        onChange={(where) => { onChange(withPlace(form, { where: where === 'machine' ? 'machine' : 'class' })) }}
      />
      <PlaceChoice form={form} error={errorOf(form.where)} onChange={onChange} />
      {points !== null && <PointChoice form={form} points={points} error={errorOf('points')} onChange={onChange} />}
      {ASKED_AT_ONCE.includes(definition.measure.kind) && <MeasureFields {...editor} />}
      <NewRuleLimits {...editor} />
      {create.error !== null && taken === undefined && <ErrorState message={`${create.error.message} ${common('error.kept')}`} />}
      <p className="text-12 text-fg-2">{t('then')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={create.isPending || create.isSuccess}>{t('make')}</Button>
      </div>
    </form>
  )
}
