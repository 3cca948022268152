'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Content, IsolationStep } from '../prepare/view.ts'

/** StepWords says what one step of an isolation is, as the plan has it. */
export function StepWords({ step, content }: { readonly step: Pick<IsolationStep, 'id' | 'stage' | 'energyId'>; readonly content: Content }): ReactNode {
  const t = useTranslations('isolation')
  const energy = content.energies.find(({ id }) => id === step.energyId)
  const about = energy === undefined
    ? step.stage === 'prepare' ? `${content.prepare}${content.told.length > 0 ? ` · ${t('tell', { people: content.told.join(', ') })}` : ''}` : step.stage === 'stop' ? content.stop : content.tryStart
    : step.stage === 'release' ? `${energy.stored?.what ?? ''}: ${energy.stored?.release ?? ''}` : step.stage === 'verify' ? energy.zero : `${energy.location} · ${t(`energy.${energy.type}`)} ${energy.magnitude}`
  const title = energy === undefined ? (step.stage === 'verify' ? t('stage.tryStart') : t(`stage.${step.stage}`)) : `${t(`stage.${step.stage}`)}: ${energy.device}`
  return (
    <span className="min-w-0 flex-1 wrap-anywhere">
      <span className="block font-mid">{title}</span>
      <span className="block text-12 text-fg-2">{about}</span>
    </span>
  )
}
