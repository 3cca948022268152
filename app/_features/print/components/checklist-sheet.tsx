'use client'

import { Lock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatLimit, formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import type { OrderCode, OrderView } from '../prepare/view.ts'
import { SheetHead } from './sheet-head.tsx'
import { Ruled, Signs, Tick } from './writing.tsx'

type Task = OrderView['tasks'][number]

/** ChecklistSheet is an order's steps on paper: a box for each answer, its limits beside it, and what was answered already. */
export function ChecklistSheet({ view, code }: { readonly view: OrderView; readonly code: OrderCode }): ReactNode {
  const t = useTranslations('print')
  return (
    <>
      <SheetHead view={view} kind={t('kinds.checklist')} code={code} />
      {view.tasks.length === 0 ? <p className="mt-[6mm]">{t('noSteps')}</p> : (
        <table>
          <colgroup><col style={{ width: '9mm' }} /><col /><col style={{ width: '72mm' }} /><col style={{ width: '30mm' }} /></colgroup>
          <thead><tr><th>{t('no')}</th><th>{t('step')}</th><th>{t('answer')}</th><th>{t('note')}</th></tr></thead>
          <tbody>{view.tasks.map((task) => <StepRow key={task.id} task={task} />)}</tbody>
        </table>
      )}
      <section className="whole">
        <h2>{t('remarks')}</h2><Ruled lines={3} />
        <Signs roles={[t('doneBy'), t('checkedBy')]} />
      </section>
    </>
  )
}

function StepRow({ task }: { readonly task: Task }): ReactNode {
  const t = useTranslations('print')
  const by = task.answer === null ? null : (task.answers.at(-1)?.by?.name ?? null)
  return (
    <tr>
      <td className="num">{task.position + 1}</td>
      <td>{task.title}{task.isolated && <span className="small block"><Lock size={11} strokeWidth={2} aria-hidden className="inline" /> {t('isolated')}</span>}</td>
      <td><Answer task={task} /></td>
      <td>{task.answer?.note ?? ''}{by !== null && <span className="small block">{by}</span>}</td>
    </tr>
  )
}

/** Answer is how a step is answered with a pen. */
function Answer({ task }: { readonly task: Task }): ReactNode {
  const t = useTranslations('print')
  const given = task.answer?.value
  switch (task.kind) {
    case 'check': return <Tick on={given === true}>{t('done')}</Tick>
    case 'pass-fail': return <div className="ticks"><Tick on={given === true}>{t('ok')}</Tick><Tick on={given === false}>{t('notOk')}</Tick></div>
    case 'choice': return <div className="ticks">{(task.spec.choices ?? []).map((choice) => <Tick key={choice} on={given === choice}>{choice}</Tick>)}</div>
    case 'number': case 'meter': return <Measured task={task} />
    case 'photo': return <Tick on={given !== undefined}>{t('photo')}</Tick>
    case 'signature': return <><span className="blank !min-w-[44mm]">{' '}</span> {t('signature')}</>
    default: return given === undefined ? <Ruled lines={1} /> : String(given)
  }
}

function Measured({ task }: { readonly task: Task }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const { min, max, unit = '' } = task.spec
  const given = task.answer?.value
  const bounds = [min === undefined ? null : t('from', { value: formatLimit(min, locale) }), max === undefined ? null : t('upTo', { value: formatLimit(max, locale) })].filter((text) => text !== null)
  return (
    <>
      <span className="blank num">{typeof given === 'number' ? formatNumber(given, locale) : ' '}</span> {unitLabel(unit)}
      {bounds.length > 0 && <span className="num small block">{bounds.join(' ')} {unitLabel(unit)}</span>}
    </>
  )
}
