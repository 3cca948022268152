'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Acts } from '../hooks/use-acts.ts'
import type { Isolation, IsolationStep } from '../prepare/view.ts'
import { StepWords } from './step-words.tsx'

interface StepListProps {
  readonly isolation: Isolation
  readonly orderId: string
  readonly acts: Acts
  readonly mayConfirm: boolean
}

/** StepList is the isolation's steps in the order of the law, with who confirmed each; the next one has the button. */
export function StepList({ isolation, orderId, acts, mayConfirm }: StepListProps): ReactNode {
  const t = useTranslations('isolation')
  // In force there is nothing left to do here: the steps are looked up, not worked through.
  const [open, setOpen] = useState(isolation.phase !== 'isolated')
  return (
    <>
      {isolation.phase === 'isolated' && (
        <Button size="sm" variant="quiet" className="mt-2" aria-expanded={open} onPress={() => { setOpen(!open) }}>{open ? t('foldSteps') : t('showSteps', { count: isolation.steps.length })}</Button>
      )}
      {open && <Rows isolation={isolation} orderId={orderId} acts={acts} mayConfirm={mayConfirm} />}
    </>
  )
}

function Rows({ isolation, orderId, acts, mayConfirm }: StepListProps): ReactNode {
  const t = useTranslations('isolation')
  // Zero is verified under a lock: before that the button is the lock's.
  const waits = (step: IsolationStep): boolean => step.stage === 'verify' && isolation.locks.length === 0
  return (
    <ol aria-label={t('steps')} className="-mx-3.5 mt-3 -mb-3 divide-y divide-line-soft border-t border-line-soft">
      {isolation.steps.map((step) => (
        <li key={step.id} className="px-3.5 py-2 text-13">
          <div className="flex items-start gap-2.5">
            <span className="flex size-[18px] shrink-0 items-center justify-center rounded-full border border-g8 text-fg-2">{step.done !== null && <Check size={12} strokeWidth={2} aria-label={t('confirmed')} />}</span>
            <StepWords step={step} content={isolation.content} />
            {step.done !== null && <span className="shrink-0 text-end text-12 text-fg-2">{step.done.person.name}<span className="num block"><Timestamp at={step.done.at} /></span></span>}
          </div>
          {step.done?.tag != null && <p className="mt-0.5 ms-7 text-12 text-fg-2">{t('tagged', { tag: step.done.tag })}</p>}
          {step.id === isolation.next && mayConfirm && (waits(step) ? <p className="mt-1.5 ms-7 text-12">{t('lockFirst')}</p> : <Confirm step={step} orderId={orderId} acts={acts} />)}
        </li>
      ))}
    </ol>
  )
}

function Confirm({ step, orderId, acts }: { readonly step: IsolationStep; readonly orderId: string; readonly acts: Acts }): ReactNode {
  const t = useTranslations('isolation')
  const [tag, setTag] = useState('')
  const tagged = step.stage === 'lock'
  return (
    <form
      className="mt-2 ms-7 flex items-end gap-2"
      onSubmit={(event) => { event.preventDefault(); acts.isolate('confirmStep', { orderId, stepId: step.id, ...(tag.trim() === '' ? {} : { tag: tag.trim() }) }) }}
    >
      {tagged && <TextField className="min-w-0 flex-1" label={t('tag')} value={tag} onChange={setTag} />}
      <Button type="submit" isPending={acts.pending === 'confirmStep'} isDisabled={tagged && tag.trim() === ''}>{t('act.confirmStep')}</Button>
    </form>
  )
}
