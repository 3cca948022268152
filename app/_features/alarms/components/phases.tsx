'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { ChevronRight } from 'lucide-react'
import { TRANSITION_REASONS } from '#server/core/condition/types.ts'
import { Arrow } from '../../../_ui/arrow.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { AlarmDetail } from '../prepare/view.ts'

const PHASES = ['normal', 'pending', 'firing', 'keep-firing', 'no-data', 'error'] as const

/** Phases tell what the rules did in the episode, change by change, with the value that decided it; closed until somebody asks. */
export function Phases({ detail: { alarm, transitions } }: { readonly detail: AlarmDetail }): ReactNode {
  const t = useTranslations('alarms.phases')
  const { value } = useAlarmWords()
  if (transitions.length === 0) return null
  const phase = (stored: string): string => { const known = PHASES.find((one) => one === stored); return known ? t(known) : stored }
  const reason = (stored: string): string => t(`reason.${TRANSITION_REASONS.find((one) => one === stored) ?? 'other'}`)
  return (
    <Disclosure className="group">
      <Heading>
        <Button slot="trigger" className="touch flex min-h-7 items-center gap-1.5 rounded-sm text-13 font-strong hover:bg-g3">
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden className="transition-transform group-expanded:rotate-90 rtl:-scale-x-100 rtl:group-expanded:-rotate-90" />{t('title')}<span className="num font-text text-fg-2">{transitions.length}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <ol className="mt-1.5 grid gap-1.5 text-13">
          {transitions.map((one, i) => (
            <li key={`${one.at} ${i}`} className="grid grid-cols-[92px_minmax(0,1fr)] gap-3">
              <Timestamp at={one.at} className="num text-12 leading-5 text-fg-2" />
              <span>{phase(one.from)} <Arrow /> {phase(one.to)}: {reason(one.reason)}{one.value !== null && alarm.unit !== null && <span className="num text-fg-2"> {value(one.value, alarm.unit)}</span>}</span>
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
