'use client'

import type { ReactNode } from 'react'
import { useStepWords } from '../../../_lib/words/use-step-words.ts'
import type { Content, IsolationStep } from '../prepare/view.ts'

/** StepWords says what one step of an isolation is, as the plan has it. */
export function StepWords({ step, content }: { readonly step: Pick<IsolationStep, 'stage' | 'energyId'>; readonly content: Content }): ReactNode {
  const { title, about } = useStepWords()(step, content)
  return (
    <span className="min-w-0 flex-1 wrap-anywhere">
      <span className="block font-mid">{title}</span>
      <span className="block text-12 text-fg-2">{about}</span>
    </span>
  )
}
