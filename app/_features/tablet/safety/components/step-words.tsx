'use client'

import { useTranslations } from 'next-intl'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { Step } from '#server/core/isolation/steps.ts'

/** StepText is what a step of an isolation is, and how it is done, as the plan has it. */
export interface StepText {
  readonly title: string
  readonly how: string
  readonly where: string | null
}

/** useStepWords puts steps of an isolation into words. */
export function useStepWords(): (step: Step, content: PlanContent) => StepText {
  const t = useTranslations('isolation')
  return (step, content) => {
    const energy = content.energies.find(({ id }) => id === step.energyId)
    if (energy === undefined) {
      const title = step.stage === 'verify' ? t('stage.tryStart') : t(`stage.${step.stage}`)
      const how = step.stage === 'prepare' ? content.prepare : step.stage === 'stop' ? content.stop : content.tryStart
      return { title, how, where: step.stage === 'prepare' && content.told.length > 0 ? t('tell', { people: content.told.join(', ') }) : null }
    }
    const where = `${energy.location}, ${t(`energy.${energy.type}`)} ${energy.magnitude}`
    const how = step.stage === 'release' ? `${energy.stored?.what ?? ''}: ${energy.stored?.release ?? ''}` : step.stage === 'verify' ? energy.zero : energy.location
    return { title: `${t(`stage.${step.stage}`)}: ${energy.device}`, how, where: step.stage === 'release' || step.stage === 'verify' ? where : `${t(`energy.${energy.type}`)} ${energy.magnitude}` }
  }
}
