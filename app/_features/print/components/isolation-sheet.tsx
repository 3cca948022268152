'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { stepsOf } from '#server/core/isolation/steps.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useStepWords } from '../../../_lib/words/use-step-words.ts'
import type { OrderCode, OrderView, Safety } from '../prepare/view.ts'
import { PermitTable, SafetyWords } from './safety-block.tsx'
import { SheetHead } from './sheet-head.tsx'
import { Ruled, Signs, Tick } from './writing.tsx'

const FREE = 4

/** IsolationSheet is how a machine is isolated for an order, step by step, with the locks and the permits: a record to fill in by hand, and what was recorded already. */
export function IsolationSheet({ view, safety, code }: { readonly view: OrderView; readonly safety: Safety; readonly code: OrderCode }): ReactNode {
  const t = useTranslations('print')
  const words = useTranslations('isolation')
  return (
    <>
      <SheetHead view={view} kind={t('kinds.safety')} code={code} />
      <SafetyWords safety={safety} />
      <StepTable safety={safety} />
      <LockTable safety={safety} />
      <section><h2>{words('permits')}</h2><PermitTable permits={safety.permits} timeZone={safety.timeZone} /></section>
      {safety.permits.map((permit) => (
        <section key={permit.id} className="whole">
          <h3>{permit.number}: {words('precautions')}</h3>
          <div className="ticks mt-[1mm]">{permit.precautions.map((precaution) => <Tick key={precaution} on>{words(`precaution.${precaution as 'isolated'}`)}</Tick>)}</div>
        </section>
      ))}
      <section className="whole">
        <h2>{t('remarks')}</h2><Ruled lines={2} />
        <Signs roles={[t('isolatedBy'), t('returnedBy')]} />
      </section>
    </>
  )
}

function StepTable({ safety: { isolation, plan, timeZone } }: { readonly safety: Safety }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const say = useStepWords()
  const content = isolation?.content ?? plan?.content
  if (content === undefined) return null
  const steps = isolation?.steps ?? stepsOf(content).map((step) => ({ ...step, done: null }))
  return (
    <section>
      <h2>{t('isolation', { version: isolation?.planVersion ?? plan?.version ?? 1 })}</h2>
      <table>
        <colgroup><col style={{ width: '9mm' }} /><col /><col style={{ width: '56mm' }} /></colgroup>
        <thead><tr><th>{t('no')}</th><th>{t('step')}</th><th>{t('confirmed')}</th></tr></thead>
        <tbody>
          {steps.map((step, index) => {
            const { title, about } = say(step, content)
            return (
              <tr key={step.id}>
                <td className="num">{index + 1}</td>
                <td><b className="font-mid">{title}</b><span className="block">{about}</span></td>
                <td><Tick on={step.done !== null} />{step.done !== null && <span className="num">{step.done.person.name}, {formatMoment(Date.parse(step.done.at), 'short', locale, timeZone)}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function LockTable({ safety: { isolation, timeZone } }: { readonly safety: Safety }): ReactNode {
  const t = useTranslations('print')
  const words = useTranslations('isolation')
  const locale = useLocale()
  return (
    <section className="whole">
      <h2>{words('locks')}</h2>
      <table>
        <colgroup><col /><col style={{ width: '34mm' }} /><col style={{ width: '38mm' }} /><col style={{ width: '38mm' }} /></colgroup>
        <thead><tr><th>{t('name')}</th><th>{t('lock')}</th><th>{t('on')}</th><th>{t('off')}</th></tr></thead>
        <tbody>
          {(isolation?.locks ?? []).map((lock) => (
            <tr key={lock.person.id}><td>{lock.person.name}</td><td>{lock.lock}</td><td className="num">{formatMoment(Date.parse(lock.since), 'short', locale, timeZone)}</td><td /></tr>
          ))}
          {Array.from({ length: FREE }, (_, line) => <tr key={line} aria-hidden className="free"><td>{' '}</td><td /><td /><td /></tr>)}
        </tbody>
      </table>
    </section>
  )
}
