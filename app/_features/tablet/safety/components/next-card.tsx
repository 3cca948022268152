'use client'

import { Check, RotateCcw, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { SeenSafety } from '../../../../_lib/tablet/seen/safety.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { useIsolationActs } from '../hooks/use-isolation-acts.ts'
import type { NextAct } from '../prepare/next-act.ts'
import { ClearForm } from './clear-form.tsx'
import { LockForm } from './lock-form.tsx'
import { useStepWords } from './step-words.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

interface NextCardProps {
  readonly seen: SeenOrder
  readonly safety: SeenSafety
  readonly next: NextAct
}

/** NextCard is the one thing to do now, large: what, where and how, and one button. */
export function NextCard({ seen, safety, next }: NextCardProps): ReactNode {
  const t = useTranslations('tabletSafety.next')
  const words = useStepWords()
  const content = safety.isolation?.content ?? safety.plan?.content ?? null
  const text = next.kind === 'step' && content !== null ? words(next.step, content) : null
  return (
    <section aria-labelledby="next-act" className="frame rounded-[14px] bg-surface px-6 py-5 max-sm:px-4">
      {next.kind === 'step' && <p className="num mb-1 text-m16 text-fg-2">{t('stepOf', { no: next.no, all: next.all })}</p>}
      <h2 id="next-act" className="text-m22 font-strong text-pretty break-words">{text?.title ?? t(`title.${next.kind === 'step' ? 'begin' : next.kind}`)}</h2>
      <p className="mt-2 max-w-[60ch] text-m18 break-words whitespace-pre-line">{text?.how ?? t(`how.${next.kind === 'step' ? 'begin' : next.kind}`)}</p>
      {text !== null && text.where !== null && <p className="mt-1 text-m18 break-words text-fg-2">{text.where}</p>}
      <div className="mt-5 grid"><Doing seen={seen} next={next} told={content?.told ?? []} planVersion={safety.plan?.version} /></div>
    </section>
  )
}

interface DoingProps {
  readonly seen: SeenOrder
  readonly next: NextAct
  readonly told: readonly string[]
  readonly planVersion: number | undefined
}

function Doing({ seen, next, told, planVersion }: DoingProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const act = useIsolationActs(seen)
  const { id, number } = seen.order
  switch (next.kind) {
    case 'no-plan':
    case 'wait':
      return <BigLink href={`/m/o/${number}`}>{t('toOrder')}</BigLink>
    case 'begin':
      return <BigButton look="main" onClick={() => { void act({ type: 'begun', data: planVersion === undefined ? {} : { planVersion } }) }}><ShieldCheck {...SIGN} />{t('act.begin')}</BigButton>
    case 'step':
      return next.step.stage === 'lock'
        ? <LockForm key={next.step.id} draft={`tag:${id}:${next.step.id}`} label={t('tag')} action={t('act.confirm')} onDone={(tag) => act({ type: 'step-confirmed', data: { stepId: next.step.id, tag } })} />
        : <BigButton key={next.step.id} look="main" onClick={() => { void act({ type: 'step-confirmed', data: { stepId: next.step.id } }) }}><Check {...SIGN} strokeWidth={2} />{t(next.step.id === 'try-start' ? 'act.didNotStart' : 'act.confirm')}</BigButton>
    case 'lock-on':
      return <LockForm draft={`lock:${id}`} label={t('ownTag')} action={t('act.lockOn')} onDone={(lock) => act({ type: 'lock-on', data: { lock } })} />
    case 'lock-off':
      return <BigButton look="main" onClick={() => { void act({ type: 'lock-off', data: {} }) }}>{t('act.lockOff')}</BigButton>
    case 'work':
      return <BigLink look="main" href={`/m/o/${number}`}>{t('toSteps')}</BigLink>
    case 'return':
      return <ClearForm told={told} action={t('act.return')} onDone={() => act({ type: 'ended', data: { toolsClear: true, peopleTold: true } })} />
    case 'restore':
      return <BigButton look="main" onClick={() => { void act({ type: 'restored', data: {} }) }}><RotateCcw {...SIGN} />{t('act.restore')}</BigButton>
  }
}
