'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import type { Report } from '../../prepare/backtest.ts'

const LINES = ['judge', 'join', 'foresight', 'lead'] as const

/** Basis unfolds what a report rests on: how firings were judged and set against what is known, how time passed, and what was assumed. */
export function Basis({ report }: { readonly report: Report }): ReactNode {
  const t = useTranslations('backtest.basis')
  const locale = useLocale()
  const zone = useTimeZone()
  const moment = (at: number): string => formatMoment(at, 'short', locale, zone)
  const pointOf = (no: number): string => report.machines.flatMap((machine) => machine.points.filter((point) => point.no === no).map((point) => `${machine.tag} ${point.name}`))[0] ?? ''
  return (
    <details className="rounded-lg border border-line bg-surface text-13">
      <summary className="touch flex min-h-10 cursor-pointer items-center px-3.5 font-mid">{t('title')}</summary>
      <ul className="grid max-w-[90ch] list-disc gap-1.5 px-3.5 pb-3 ps-8 text-pretty">
        {LINES.map((line) => <li key={line}>{t(line)}</li>)}
        <li>{report.ownClock ? t('ownClock') : report.journalFrom === null ? t('noJournal') : t('journal', { moment: moment(report.journalFrom) })}</li>
        <li>{t('handling', { age: formatAge(report.range.handlingMs, locale) })}</li>
        {report.gaps.map((gap) => <li key={`${gap.pointNo} ${gap.fromMs}`}>{t('gap', { point: pointOf(gap.pointNo), from: moment(gap.fromMs), to: moment(gap.toMs) })}</li>)}
      </ul>
    </details>
  )
}
