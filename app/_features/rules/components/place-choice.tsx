'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Select } from '../../../_ui/select.tsx'
import { withPlace, type NewRuleForm } from '../prepare/new-rule.ts'
import { MachineChoice } from './machine-choice.tsx'

interface PlaceChoiceProps {
  readonly form: NewRuleForm
  readonly error: string | undefined
  readonly onChange: (form: NewRuleForm) => void
}

/** PlaceChoice names the class or the machine for which a new rule holds. */
export function PlaceChoice({ form, error, onChange }: PlaceChoiceProps): ReactNode {
  const t = useTranslations('rules.create')
  const classes = useQuery(useTRPC().rules.classes.queryOptions())
  if (form.where === 'machine') return <MachineChoice chosen={form.machine} error={error} onChange={(machine) => { onChange(withPlace(form, { machine })) }} />
  return (
    <Select
      label={t('whichClass')} value={form.classId} error={error} onChange={(classId) => { onChange(withPlace(form, { classId })) }}
      choices={(classes.data ?? []).map((one) => ({ id: one.id, label: one.name, note: t('machines', { count: one.machines }) }))}
    />
  )
}
