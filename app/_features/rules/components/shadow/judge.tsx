'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { SHADOW_ANSWERS, type ShadowAnswer } from '#server/core/rules/shadow.ts'
import type { ShadowRow } from '../../prepare/shadow.ts'

interface JudgeProps {
  readonly firing: ShadowRow
  readonly onAnswer: (answer: ShadowAnswer | null) => Promise<void>
}

/** Judge asks whether a firing would have been right; nothing is chosen beforehand, and choosing the same again takes it back. */
export function Judge({ firing, onAnswer }: JudgeProps): ReactNode {
  const t = useTranslations('verdicts.shadow.judge')
  const [failure, setFailure] = useState<string | null>(null)
  const who = firing.saidBy !== null && <span className="block text-12 text-fg-2">{firing.saidBy}</span>
  if (!firing.mayJudge) return <>{firing.answer === null ? <span className="text-fg-2">{t('nobody')}</span> : t(firing.answer)}{who}</>
  return (
    <>
      <ToggleButtonGroup
        aria-label={t('label', { machine: firing.assetTag })} selectionMode="single" selectedKeys={firing.answer === null ? [] : [firing.answer]} className="inline-flex rounded-md border border-g6"
        onSelectionChange={(keys) => {
          setFailure(null)
          onAnswer(SHADOW_ANSWERS.find((one) => keys.has(one)) ?? null).catch((error: unknown) => { setFailure(error instanceof Error ? error.message : String(error)) })
        }}
      >
        {SHADOW_ANSWERS.map((answer) => (
          <ToggleButton
            key={answer} id={answer}
            className="touch-square min-h-[26px] cursor-pointer px-2 text-12 whitespace-nowrap text-fg-2 not-first:border-s not-first:border-g6 first:rounded-s-[5px] last:rounded-e-[5px] hover:bg-g3 selected:bg-g4 selected:font-mid selected:text-fg focus-visible:z-10"
          >
            {t(answer)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {who}
      {failure !== null && <p role="alert" className="text-12 font-mid">{failure}</p>}
    </>
  )
}
