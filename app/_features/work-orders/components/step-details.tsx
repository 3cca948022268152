'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import { otherAnswers, type Answered } from '../prepare/answers.ts'
import type { OrderView } from '../prepare/view.ts'
import { Late } from './late.tsx'

type Task = OrderView['tasks'][number]

/** StepDetails tells what belongs to an answer: its note, what others answered, and for a failed one the order that was filed, or the button that files it. */
export function StepDetails({ task, view, commands }: { readonly task: Task; readonly view: OrderView; readonly commands: OrderCommands }): ReactNode {
  const t = useTranslations('workOrder.steps')
  const others = otherAnswers(task)
  const shown = (value: Answered['value']): string =>
    value === null ? t('takenBack') : value === true ? t('ok') : value === false ? t('notOk') : value === 'n/a' ? t('notApplicable') : `${value} ${typeof value === 'number' ? unitLabel(task.spec.unit ?? '') : ''}`.trim()
  const filed = task.followUp === null ? undefined : view.links.find((link) => link.id === task.followUp?.orderId)
  return (
    <>
      {task.answer?.note !== undefined && <p className="text-fg-2">{task.answer.note}</p>}
      {task.answer?.lower && <p className="font-mid">{t('lower')}</p>}
      {others.length > 0 && (
        <ul aria-label={t('others')} className="text-12 text-fg-2">
          {others.map((one) => <li key={one.id}>{t('other', { person: one.by, answer: shown(one.value) })} <Timestamp at={one.at} className="num" /><Late late={one.late} /></li>)}
        </ul>
      )}
      {filed !== undefined && <p>{t('filed')} <Link href={`/work-orders/${filed.number}`}>{filed.number}</Link></p>}
      {task.followUp !== null && filed === undefined && view.allowed.includes('raiseFollowUp') && (
        <p className="flex flex-wrap items-center gap-2">
          <span>{t('failed')}</span>
          <Button size="sm" isPending={commands.pending === 'raiseFollowUp'} onPress={() => { commands.run('raiseFollowUp', { taskId: task.id }) }}>{t('file')}</Button>
        </p>
      )}
    </>
  )
}
