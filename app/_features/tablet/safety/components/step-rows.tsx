'use client'

import { Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { stepsOf } from '#server/core/isolation/steps.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenIsolation, SeenSafety } from '../../../../_lib/tablet/seen/safety.ts'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useStepWords } from './step-words.tsx'

interface StepRowsProps {
  readonly content: SeenIsolation['content']
  readonly isolation: SeenIsolation | null
  readonly names: SeenSafety['names']
  readonly zone: string
}

/** StepRows lists the steps of an isolation in the order of the law, with who confirmed each and when. */
export function StepRows({ content, isolation, names, zone }: StepRowsProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const locale = useLocale()
  const words = useStepWords()
  const steps = stepsOf(content)
  const done = steps.filter(({ id }) => isolation?.state.confirmed.has(id)).length
  return (
    <TabletPanel title={t('steps', { done, all: steps.length })}>
      <ol className="grid gap-3">
        {steps.map((step, index) => {
          const confirmed = isolation?.state.confirmed.get(step.id)
          const { title, how, where } = words(step, content)
          return (
            <li key={step.id} className="flex items-start gap-3 border-t border-line pt-3 text-m18 first:border-t-0 first:pt-0">
              <span className="num grid size-7 shrink-0 place-items-center text-fg-2">{confirmed ? <Check size={24} strokeWidth={1.7} role="img" aria-label={t('confirmed')} className="text-fg" /> : index + 1}</span>
              <span className="min-w-0 flex-1 break-words">
                <span className="block font-mid">{title}</span>
                <span className="block text-m16 text-fg-2">{how}{where !== null && `, ${where}`}</span>
                {confirmed && <span className="num block text-m16 text-fg-2">{[names[confirmed.personId], confirmed.tag, formatMoment(confirmed.at.getTime(), 'short', locale, zone)].filter(Boolean).join(', ')}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </TabletPanel>
  )
}
