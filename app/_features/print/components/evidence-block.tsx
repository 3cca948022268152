'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { evidenceUnit } from '#server/core/work-orders/evidence.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { formatLimit, formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { evidencePicture, shownEvidence, type EvidencePicture } from '../../../_lib/trend/evidence-picture.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Spark } from '../../../_ui/charts/spark.tsx'
import type { OrderView } from '../prepare/view.ts'

const DAY_MS = 86_400_000

/** EvidenceBlock says why there is an order: the signal against its limit as a picture that needs no colour, and the numbers of it. */
export function EvidenceBlock({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('print')
  const picture = evidencePicture(view)
  const data = shownEvidence(view)
  if (picture === null || data === null) return null
  return (
    <section className="whole">
      <h2>{t('why')}</h2>
      <Drawn picture={picture} view={view} />
      <Numbers data={data} view={view} />
    </section>
  )
}

function Drawn({ picture, view }: { readonly picture: EvidencePicture; readonly view: OrderView }): ReactNode {
  const t = useTranslations('print')
  const locale = useLocale()
  const server = useServerWords()
  const { points, limit, direction, unit, last, from, to, pointName, credit } = picture
  const measured = (text: string): string => `${text} ${unitLabel(unit)}`.trim()
  const clock = (ms: number): string => formatMoment(ms, to - from > DAY_MS ? 'short' : 'clock', locale, view.site.timeZone)
  // The picture's scale holds the limit too, so its ends are named with it.
  const values = [...points.map(([, value]) => value), ...(limit === null ? [] : [limit])]
  return (
    <figure className="mt-[2mm]">
      <div className="flex gap-[3mm]">
        <div className="num small flex w-[18mm] shrink-0 flex-col justify-between text-end"><span>{measured(formatNumber(Math.max(...values), locale))}</span><span>{measured(formatNumber(Math.min(...values), locale))}</span></div>
        <Spark
          points={points} limit={limit} direction={direction} priority={null} width={640} height={130} stretch className="h-[34mm] min-w-0 flex-1 border border-[#888]"
          label={t('picture', { point: pointName, last: measured(formatNumber(last, locale)), limit: limit === null ? '' : measured(formatLimit(limit, locale)), from: clock(from), to: clock(to) })}
        />
        <div className="num w-[26mm] shrink-0 text-[9pt]"><b className="block text-[12pt]">{measured(formatNumber(last, locale))}</b>{limit !== null && t('limit', { limit: measured(formatLimit(limit, locale)) })}</div>
      </div>
      <figcaption className="num small flex justify-between gap-[3mm] ps-[21mm] pe-[29mm]"><span>{clock(from)}</span><span className="min-w-0">{pointName}</span><span>{clock(to)}</span></figcaption>
      {credit !== null && <p className="small">{server.says(view.asset.creditText, credit)}</p>}
    </figure>
  )
}

function Numbers({ data, view }: { readonly data: NonNullable<ReturnType<typeof shownEvidence>>; readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const locale = useLocale()
  const unit = evidenceUnit(data)
  const at = (iso: string): string => formatMoment(Date.parse(iso), 'short', locale, view.site.timeZone)
  const measured = (text: string): string => `${text} ${unitLabel(unit ?? '')}`.trim()
  const facts: readonly (readonly [string, string])[] = [
    [t('atFiring'), unit === null ? at(data.firedAt) : `${measured(formatNumber(data.value, locale))}, ${data.limit === null ? '' : `${t('limit')} ${measured(formatLimit(data.limit, locale))}, `}${at(data.firedAt)}`],
    ...(unit === null ? [] : [[t('peak.outside'), `${measured(formatNumber(data.peak.value, locale))}, ${at(data.peak.at)}`] as const]),
    ...(data.gate === null || data.gateValue === null ? [] : [[t('state'), `${data.gate.point.name} ${formatNumber(data.gateValue, locale)} ${unitLabel(data.gate.point.unit)}`] as const]),
    [t('rule'), `${data.rule.name}, v${data.rule.version}`],
  ]
  return <dl className="facts">{facts.map(([label, text]) => <div key={label}><dt>{label}</dt><dd className="num">{text}</dd></div>)}</dl>
}
