'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { Step } from '#server/core/isolation/steps.ts'

/** StepWords are what a step of an isolation is, and where and how, as the plan has it. */
export interface StepWords {
  readonly title: string
  readonly about: string
}

/** useStepWords gives the words of the steps of an isolation. */
export function useStepWords(): (step: Pick<Step, 'stage' | 'energyId'>, content: PlanContent) => StepWords {
  const t = useTranslations('isolation')
  return useCallback((step, content) => {
    const energy = content.energies.find(({ id }) => id === step.energyId)
    if (energy === undefined) {
      const told = content.told.length > 0 ? ` · ${t('tell', { people: content.told.join(', ') })}` : ''
      return {
        title: step.stage === 'verify' ? t('stage.tryStart') : t(`stage.${step.stage}`),
        about: step.stage === 'prepare' ? `${content.prepare}${told}` : step.stage === 'stop' ? content.stop : content.tryStart,
      }
    }
    const where = `${energy.location} · ${t(`energy.${energy.type}`)} ${energy.magnitude}`
    const about = step.stage === 'release' ? `${energy.stored?.what ?? ''}: ${energy.stored?.release ?? ''}` : step.stage === 'verify' ? energy.zero : where
    return { title: `${t(`stage.${step.stage}`)}: ${energy.device}`, about }
  }, [t])
}
