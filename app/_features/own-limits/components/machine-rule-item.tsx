'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { limitKindOf } from '#server/core/condition/own-limits.ts'
import { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import { useLimitWords } from '../hooks/use-limit-words.ts'
import { holding, vocabularyOf, type AssetDetail, type MachineRule } from '../prepare/holding.ts'
import { RemoveOwnLimit } from './remove-own-limit.tsx'
import { SetOwnLimit } from './set-own-limit.tsx'

interface MachineRuleItemProps {
  readonly detail: AssetDetail
  readonly rule: MachineRule
}

/** MachineRuleItem is one rule as it judges this machine: its sentence with the limit that holds here, whether that is the machine's own, and why it cannot be judged. */
export function MachineRuleItem({ detail, rule }: MachineRuleItemProps): ReactNode {
  const t = useTranslations('assets.rules')
  const own = useTranslations('ownLimits')
  const trouble = useTranslations('rules.trouble')
  const words = useRuleWords()
  const says = useLimitWords()
  const locale = useLocale()
  const [open, setOpen] = useState<'set' | 'remove' | null>(null)
  const vocabulary = vocabularyOf(detail)
  const machine = detail.asset
  const named = (codes: readonly string[]): string => new Intl.ListFormat(locale).format(codes.map((code) => vocabulary.points.find((point) => point.code === code)?.name ?? code))
  const settable = detail.allowed.limits && rule.ofClass && limitKindOf(rule.definition) !== 'none'
  const rules = says(rule.definition, vocabulary)
  const close = (): void => { setOpen(null) }
  return (
    <li className="px-3.5 py-2.5 text-13">
      <p>
        <Link href={`/rules/${rule.id}`} className="touch inline-flex min-h-6 items-center">{rule.name}</Link>
        {!rule.ofClass && <span className="ms-2 text-12 text-fg-2">{t('ofMachine')}</span>}
        {rule.own !== null && <span className="ms-2 rounded-sm border border-g8 px-1 text-12 font-mid">{own('mark')}</span>}
      </p>
      <p className="mt-0.5 text-12 text-pretty text-fg-2">{words.says(holding(rule.definition, rule.own), vocabulary).main}</p>
      {rule.own !== null && (
        <p className="mt-1 text-12 text-pretty">
          {rule.own.fits ? <span className="text-fg-2">{own('insteadOf', { limits: rules })} ·</span> : <b className="font-mid before:me-1.5 before:font-strong before:content-['!']">{own('fitsNoMore')}</b>}{' '}
          <span className="text-fg-2">“{rule.own.reason}” · {rule.own.by ?? own('somebody')} · <TimeAgo at={rule.own.at} /></span>
        </p>
      )}
      {rule.problems.map(({ problem, points }) => (
        <p key={problem} className="mt-1 text-12 text-pretty">
          <b className="font-mid before:me-1.5 before:font-strong before:content-['!']">{t('cannot', { points: named(points) })}</b>{' '}
          {trouble(`${problem}.why`)} {trouble(`${problem}.do`)}
        </p>
      ))}
      {settable && (
        <div className="mt-1.5 flex flex-wrap gap-2">
          <Button size="sm" aria-label={own(rule.own === null ? 'ownOf' : 'changeOwnOf', { rule: rule.name })} onPress={() => { setOpen('set') }}>{own(rule.own === null ? 'own' : 'changeOwn')}</Button>
          {rule.own !== null && <Button size="sm" aria-label={own('removeOwnOf', { rule: rule.name })} onPress={() => { setOpen('remove') }}>{own('remove')}</Button>}
        </div>
      )}
      {open === 'set' && <SetOwnLimit rule={rule} definition={rule.definition} vocabulary={vocabulary} machines={[machine]} own={rule.own} onClose={close} />}
      {open === 'remove' && rule.own !== null && <RemoveOwnLimit ruleId={rule.id} machine={machine} version={rule.own.version} limits={rules} onClose={close} />}
    </li>
  )
}
