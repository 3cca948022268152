'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../../_ui/panel.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useDiffWords, type DiffUnits } from '../../hooks/use-diff-words.ts'
import { changesOf, type Pair, type VersionView } from '../../prepare/life.ts'
import { gateUnitOf, limitUnitOf, unitOf, vocabularyOf, type RuleView } from '../../prepare/rule.ts'

interface DifferenceProps {
  readonly rule: RuleView
  readonly versions: readonly VersionView[]
  readonly pair: Pair
  readonly onChange: (change: { before: number } | { after: number }) => void
}

/** Difference says in words what two versions of a rule say differently; any two can be chosen. */
export function Difference({ rule, versions, pair, onChange }: DifferenceProps): ReactNode {
  const t = useTranslations('verdicts.versions')
  const vocabulary = vocabularyOf(rule)
  const words = useDiffWords(vocabulary)
  const units = (version: number): DiffUnits => {
    const definition = rule.versions.find((one) => one.version === version)?.definition ?? null
    return definition === null ? { limit: '', gate: '' } : { limit: limitUnitOf(definition, vocabulary), gate: gateUnitOf(definition, vocabulary), point: unitOf(definition, vocabulary) }
  }
  const [was, is] = [units(pair.before.version), units(pair.after.version)]
  const changes = changesOf(pair)
  const nameOf = (one: VersionView): string => t(one.publishedAt === null ? 'draft' : 'version', { version: one.version })
  const choices = (other: VersionView) => versions.filter((one) => one !== other).map((one) => ({ id: String(one.version), label: nameOf(one), ...(one.isLive ? { note: t('inForce') } : {}) }))
  return (
    <Panel title={t('difference')} bare>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-3.5 pt-2.5 pb-3">
        <Select label={t('from')} value={String(pair.before.version)} choices={choices(pair.after)} onChange={(id) => { onChange({ before: Number(id) }) }} className="w-48" />
        <Select label={t('to')} value={String(pair.after.version)} choices={choices(pair.before)} onChange={(id) => { onChange({ after: Number(id) }) }} className="w-48" />
      </div>
      {changes.length === 0 ? <p className="border-t border-line-soft px-3.5 py-2.5 text-13 text-fg-2">{t('same')}</p> : (
        <Table label={t('differenceOf', { before: nameOf(pair.before), after: nameOf(pair.after) })}>
          <thead><tr><Th>{t('what')}</Th><Th>{nameOf(pair.before)}</Th><Th>{nameOf(pair.after)}</Th></tr></thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.field} ${change.band?.from ?? ''} ${change.band?.to ?? ''} ${change.index ?? ''}`}>
                <Td>{words.field(change, was.gate === '' ? is : was)}</Td>
                <Td className="num break-words text-fg-2">{words.value(change, 'before', was.limit === '' ? is : was)}</Td>
                <Td className="num font-strong break-words">{words.value(change, 'after', is)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
