'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { criteriaOf, type CriteriaForm } from '../../prepare/shadow.ts'

interface CriteriaFieldsProps {
  readonly form: CriteriaForm
  /** Whether what does not fit is said. */
  readonly asked: boolean
  readonly onChange: (form: CriteriaForm) => void
}

/** CriteriaFields set down at the start what shall be seen before a person promotes the version. */
export function CriteriaFields({ form, asked, onChange }: CriteriaFieldsProps): ReactNode {
  const t = useTranslations('verdicts.shadow.criteria')
  const bad = asked && criteriaOf(form) === null
  const set = (change: Partial<CriteriaForm>): void => { onChange({ ...form, ...change }) }
  return (
    <div className="grid gap-3">
      <ChoiceCards
        label={t('label')} value={form.kind} columns="sm:grid-cols-2" onChange={(kind) => { set({ kind: kind === 'precision' ? 'precision' : 'quiet' }) }}
        choices={[{ id: 'quiet', label: t('quiet'), note: t('quietNote') }, { id: 'precision', label: t('precision'), note: t('precisionNote') }]}
      />
      <div className="flex flex-wrap items-start gap-3">
        {form.kind === 'quiet'
          ? (
              <>
                <NumberField label={t('days')} value={form.days} minValue={1} maxValue={365} isWheelDisabled className="w-36" onChange={(days) => { set({ days }) }} error={bad ? t('daysMissing') : undefined} />
                <NumberField label={t('maxPerMonth')} hint={t('maxPerMonthHint')} value={form.maxPerMonth} minValue={0} isWheelDisabled className="w-60 max-w-full" onChange={(maxPerMonth) => { set({ maxPerMonth }) }} />
              </>
            )
          : (
              <>
                <NumberField label={t('atLeast')} value={form.atLeast} minValue={0} maxValue={100} unit="%" isWheelDisabled className="w-44" onChange={(atLeast) => { set({ atLeast }) }} error={bad && Number.isNaN(form.atLeast) ? t('shareMissing') : undefined} />
                <NumberField label={t('judged')} value={form.judged} minValue={1} maxValue={1000} isWheelDisabled className="w-44" onChange={(judged) => { set({ judged }) }} error={bad && Number.isNaN(form.judged) ? t('judgedMissing') : undefined} />
              </>
            )}
      </div>
    </div>
  )
}
