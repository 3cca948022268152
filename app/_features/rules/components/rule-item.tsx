'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { StatusMark } from '../../../_ui/status-mark.tsx'
import { useRuleWords } from '../hooks/use-rule-words.ts'
import type { Figures } from '../prepare/precision.ts'
import { standingOf, type RuleRow } from '../prepare/rule.ts'
import { RulePrecision } from './rule-precision.tsx'

/** RuleItem is one rule of the list: a mark while it fires, name, sentence, where it holds, how often it was right, and how it has been doing. */
export function RuleItem({ rule, figures }: { readonly rule: RuleRow; readonly figures: Figures | undefined }): ReactNode {
  const t = useTranslations('rules')
  const verdicts = useTranslations('verdicts')
  const locale = useLocale()
  const now = useNow()
  const words = useRuleWords()
  const standing = standingOf(rule)
  const said = rule.definition === null ? null : words.says(rule.definition, rule.vocabulary)
  const fires = rule.openIncidents > 0
  const mark = fires
    // The word stands beside it.
    ? <PriorityMark priority={rule.definition?.priority ?? 4} size={18} />
    : <StatusMark status={standing === 'retired' ? 'stopped' : standing === 'watched' ? 'offline' : standing === 'draft' ? 'standby' : 'operating'} />
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line-soft px-3.5 py-2.5 first:border-t-0 lg:grid-cols-[20px_minmax(0,1fr)_170px_130px_160px]">
      <span className="mt-[3px] grid size-5 place-items-center">{mark}</span>
      <div className="min-w-0">
        <h2 className="text-15 font-strong"><Link href={`/rules/${rule.id}`} plain className={cx('touch inline-flex min-h-6 items-center', standing === 'retired' ? '!text-fg-2' : '!text-fg')}>{rule.name}</Link></h2>
        <p className="max-w-[90ch] text-13 text-pretty">
          {said === null ? t('list.unreadable') : said.main}
          {said !== null && said.more !== '' && <span className="text-fg-2">; {said.more}</span>}
        </p>
        <p className="mt-0.5 text-12 text-fg-2">{rule.className === null ? t('list.machine', { tag: rule.assetTag ?? '' }) : t('list.class', { name: rule.className })}</p>
      </div>
      <RulePrecision rule={rule} figures={figures} />
      <p className="text-12 text-fg-2 max-lg:col-start-2">
        <span className={cx('lg:block', standing !== 'published' && 'font-mid text-fg')}>{t(`standing.${standing}`)}</span>
        {rule.version !== null && <><span className="lg:hidden"> · </span>{t('list.version', { version: rule.version })}</>}
        {rule.shadowVersion !== null && <><span className="lg:hidden"> · </span><span className="lg:block">{verdicts('list.watched', { version: rule.shadowVersion })}</span></>}
      </p>
      <p className="text-12 text-fg-2 max-lg:col-start-2 lg:text-end">
        <span className={cx('lg:block', fires && 'font-strong text-fg')}>{t('list.open', { count: rule.openIncidents })}</span>
        <span className="lg:hidden"> · </span>
        {rule.lastFiredAt === null ? t('list.neverFired') : t('list.lastFired', { age: formatAge(now - Date.parse(rule.lastFiredAt), locale) })}
      </p>
    </li>
  )
}
