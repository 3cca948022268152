'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { cx } from '../../../_ui/cx.ts'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { unitLabel } from '../../../_lib/format/units.ts'
import { canBeAllOk } from '#server/core/work-orders/tasks.ts'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'
import { StepDetails } from './step-details.tsx'

type Task = OrderView['tasks'][number]

/** Steps are what to do, one after the other; answers are kept as soon as they are given. */
export function Steps({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.steps')
  const commands = useOrderCommand(view.order)
  const { run, error } = commands
  if (view.tasks.length === 0) return null
  const mayAnswer = view.allowed.includes('answerTask')
  const rest = view.tasks.filter(canBeAllOk).map((task) => task.id)
  const done = view.tasks.filter((task) => task.answer !== null).length
  return (
    <Panel title={t('title')} aside={<span className="num">{t('done', { done, all: view.tasks.length })}</span>} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error} /></div>}
      <ol className="divide-y divide-line-soft">
        {view.tasks.map((task) => (
          <li key={task.id} className="px-3.5 py-1 text-13">
            <div className={cx('flex min-h-10 items-center gap-3', task.answer?.failed && 'font-strong')}>
              <Answer task={task} isDisabled={!mayAnswer} onAnswer={(answer) => { run('answerTask', { taskId: task.id, answer }) }} />
              {task.isolated && <Lock size={14} strokeWidth={1.5} aria-label={t('isolated')} className="text-fg-2" />}
            </div>
            <StepDetails task={task} view={view} commands={commands} />
          </li>
        ))}
      </ol>
      {rest.length > 1 && view.allowed.includes('answerRest') && (
        <div className="border-t border-line-soft px-3.5 py-2.5">
          <Button size="sm" isPending={commands.pending === 'answerRest'} onPress={() => { run('answerRest', { taskIds: rest }) }}>{t('restOk')}</Button>
        </div>
      )}
    </Panel>
  )
}

interface AnswerProps {
  readonly task: Task
  readonly isDisabled: boolean
  readonly onAnswer: (answer: boolean | number | string | null) => void
}

function Answer({ task, isDisabled, onAnswer }: AnswerProps): ReactNode {
  const t = useTranslations('workOrder.steps')
  const { answer } = task
  if (task.kind === 'check') {
    return <Checkbox isSelected={answer?.value === true} isDisabled={isDisabled} onChange={(on) => { onAnswer(on ? true : null) }} className="flex-1">{task.title}</Checkbox>
  }
  if (task.kind === 'pass-fail') {
    const value = answer === null ? 'open' : answer.value === true ? 'ok' : 'notOk'
    return (
      <>
        <span className="min-w-0 flex-1">{task.title}</span>
        {isDisabled
          ? <span className="text-fg-2">{t(value)}</span>
          : <Segmented label={task.title} value={value} choices={[{ id: 'ok', label: t('ok') }, { id: 'notOk', label: t('notOk') }, { id: 'open', label: t('open') }]} onChange={(id) => { onAnswer(id === 'open' ? null : id === 'ok') }} />}
      </>
    )
  }
  return <TypedAnswer task={task} isDisabled={isDisabled} onAnswer={onAnswer} />
}

function TypedAnswer({ task, isDisabled, onAnswer }: AnswerProps): ReactNode {
  const t = useTranslations('workOrder.steps')
  const given = task.answer === null ? '' : String(task.answer.value)
  const [text, setText] = useState(given)
  const number = task.kind === 'number' || task.kind === 'meter'
  const parsed = number ? Number(text.replace(',', '.')) : text.trim()
  const unreadable = text.trim() !== '' && number && Number.isNaN(parsed)
  const { min, max, unit } = task.spec
  const range = [min, max].some((bound) => bound !== undefined) ? t('range', { min: min ?? '…', max: max ?? '…', unit: unitLabel(unit ?? '') }) : undefined
  if (isDisabled) return <><span className="min-w-0 flex-1">{task.title}</span><span className="num text-fg-2">{given} {given !== '' && unitLabel(unit ?? '')}</span></>
  return (
    <form className="flex flex-1 items-end gap-2 py-1" onSubmit={(event) => { event.preventDefault(); if (!unreadable) onAnswer(text.trim() === '' ? null : parsed) }}>
      <TextField className="flex-1" label={task.title} value={text} onChange={setText} hint={range} error={unreadable ? t('numberNeeded') : undefined} inputMode={number ? 'decimal' : 'text'} />
      <Button type="submit" isDisabled={text === given}>{t('keep')}</Button>
    </form>
  )
}
