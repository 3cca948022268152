'use client'

import { Check, CircleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { BlockedStep } from '../../safety/components/blocked-step.tsx'
import { blockOf } from '../../safety/prepare/blocked.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { useAct } from '../hooks/use-order-actions.ts'
import { MeterAnswer } from '../../facts/components/meter-answer.tsx'
import { SignatureAnswer } from '../../facts/components/signature-answer.tsx'
import { StepFollowUp } from '../../facts/components/step-follow-up.tsx'
import { PhotoButton } from './photo-button.tsx'
import { Tiles } from './tiles.tsx'

type Task = SeenOrder['tasks'][number]
type Answer = boolean | number | string

const isTicked = ({ kind }: Task): boolean => kind === 'check' || kind === 'pass-fail'

/** Steps is the checklist: each step with the answer it asks for, and one button that finds all the rest in order. */
export function Steps({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.steps')
  const act = useAct()
  const { tasks, allowed } = seen
  const may = allowed.includes('answerTask')
  const open = tasks.filter((task) => task.answer === null && isTicked(task) && !task.isolated)
  if (tasks.length === 0) return null
  const answer = (task: Task, value: Answer | null): void => { void act(seen, 'answerTask', { taskId: task.id, answer: value }) }
  const allRight = (): void => { void act(seen, 'answerRest', { taskIds: open.map((task) => task.id) }) }
  return (
    <TabletPanel title={t('title', { done: tasks.filter((task) => task.answer !== null).length, all: tasks.length })}>
      <ol className="grid gap-4">
        {tasks.map((task) => <li key={task.id} className="border-t border-line pt-4 first:border-t-0 first:pt-0"><Step seen={seen} task={task} may={may} onAnswer={(value) => { answer(task, value) }} /></li>)}
      </ol>
      {may && open.length > 1 && <BigButton onClick={allRight}><Check size={24} strokeWidth={2} aria-hidden />{t('rest', { count: open.length })}</BigButton>}
    </TabletPanel>
  )
}

interface StepProps {
  readonly seen: SeenOrder
  readonly task: Task
  readonly may: boolean
  readonly onAnswer: (value: Answer | null) => void
}

function Step({ seen, task, may, onAnswer }: StepProps): ReactNode {
  const t = useTranslations('tabletWork.steps')
  const block = blockOf(seen, task, useMe().id)
  const { answer, isolated } = task
  return (
    <div>
      <p className="flex items-start gap-2 text-m18 font-mid">
        {answer !== null && (answer.failed ? <CircleAlert size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" /> : <Check size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0 text-fg-2" />)}
        <span className="min-w-0 break-words">{task.title}{isolated && <span className="block text-m16 font-text text-fg-2">{t('isolated')}</span>}</span>
      </p>
      {answer !== null && <Given task={task} may={may && block === null} onAnswer={onAnswer} />}
      {answer === null && may && (block === null ? <AnswerField seen={seen} task={task} onAnswer={onAnswer} /> : <BlockedStep seen={seen} block={block} />)}
      <StepFollowUp seen={seen} task={task} />
    </div>
  )
}

function Given({ task, may, onAnswer }: Omit<StepProps, 'seen'>): ReactNode {
  const t = useTranslations('tabletWork.steps')
  const locale = useLocale()
  const { answer, spec } = task
  if (answer === null) return null
  const words = task.kind === 'photo' ? t('photos', { count: answer.attachmentIds?.length ?? 0 }) : typeof answer.value === 'boolean' ? t(answer.value ? 'ok' : 'notOk') : typeof answer.value === 'number' ? `${formatNumber(answer.value, locale)} ${unitLabel(spec.unit ?? '')}`.trim() : answer.value
  return (
    <div className="mt-1 flex items-center gap-3">
      <p className="min-w-0 flex-1 text-m18 break-words">{words}{answer.failed && typeof answer.value === 'number' && `, ${t('outside')}`}</p>
      {may && <button type="button" className="min-h-12 shrink-0 cursor-pointer px-3 text-m16 font-mid underline underline-offset-3" onClick={() => { onAnswer(null) }}>{t('change')}</button>}
    </div>
  )
}

function AnswerField({ seen, task, onAnswer }: Omit<StepProps, 'may'>): ReactNode {
  const t = useTranslations('tabletWork.steps')
  switch (task.kind) {
    case 'check':
      return <div className="mt-2 grid"><BigButton onClick={() => { onAnswer(true) }}><Check size={24} strokeWidth={2} aria-hidden />{t('done')}</BigButton></div>
    case 'pass-fail':
      return <div className="mt-2"><Tiles label={t('howIsIt')} value={null} tiles={[{ id: 'ok', label: t('ok') }, { id: 'not', label: t('notOk') }]} onChoose={(id) => { onAnswer(id === 'ok') }} /></div>
    case 'choice':
      return <div className="mt-2"><Tiles label={t('choose')} value={null} tiles={(task.spec.choices ?? []).map((id) => ({ id, label: id }))} onChoose={onAnswer} /></div>
    case 'meter':
      return <MeterAnswer seen={seen} task={task} onAnswer={onAnswer} />
    case 'signature':
      return <SignatureAnswer seen={seen} taskId={task.id} />
    case 'number':
      return <TypedAnswer task={task} number onAnswer={onAnswer} />
    case 'text':
      return <TypedAnswer task={task} number={false} onAnswer={onAnswer} />
    case 'photo':
      return <div className="mt-2"><PhotoButton seen={seen} taskId={task.id} /></div>
    default:
      return <p className="mt-1 text-m16 text-fg-2">{t('atDesk')}</p>
  }
}

function TypedAnswer({ task, number, onAnswer }: { readonly task: Task; readonly number: boolean; readonly onAnswer: (value: Answer) => void }): ReactNode {
  const t = useTranslations('tabletWork.steps')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const { min, max, unit } = task.spec
  const value = Number(text.trim().replace(',', '.'))
  const keep = (): void => {
    if (text.trim() === '' || (number && !Number.isFinite(value))) setWrong(true)
    else onAnswer(number ? value : text.trim())
  }
  const limits = [min === undefined ? null : t('from', { value: formatNumber(min, locale) }), max === undefined ? null : t('to', { value: formatNumber(max, locale) })].filter((one) => one !== null).join(' ')
  return (
    <form className="mt-2 flex flex-wrap items-end gap-2" onSubmit={(event) => { event.preventDefault(); keep() }}>
      <label className="grid min-w-0 flex-1 basis-48 gap-1 text-m16">
        <span className="text-fg-2">{[number ? t('value') : t('text'), unit === undefined ? '' : `(${unitLabel(unit)})`, limits].filter(Boolean).join(' ')}</span>
        <input
          value={text} inputMode={number ? 'decimal' : 'text'} onChange={(event) => { setText(event.target.value); setWrong(false) }} aria-invalid={wrong} autoComplete="off"
          className="frame min-h-(--row) w-full rounded-[12px] bg-surface px-4 text-m18"
        />
      </label>
      <BigButton type="submit">{t('keep')}</BigButton>
      {wrong && <p role="alert" className="w-full text-m16 font-mid">{t(number ? 'numberNeeded' : 'textNeeded')}</p>}
    </form>
  )
}
