'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { formatLimit, formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { useEvidence } from '../../../../_lib/tablet/hooks/use-evidence.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { evidencePicture } from '../../../../_lib/trend/evidence-picture.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { Spark } from '../../../../_ui/charts/spark.tsx'

/** EvidencePicture shows why an order was raised: the signal against its limit, with the last value and the times; nothing on orders without evidence. */
export function EvidencePicture({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const server = useServerWords()
  const evidence = useEvidence(seen.order.id)
  const picture = evidencePicture({ ...seen, evidence })
  if (picture === null) return null
  const { points, limit, direction, priority, unit, last, from, to, pointName, credit } = picture
  const measured = (text: string): string => `${text} ${unitLabel(unit)}`.trim()
  const clock = (ms: number): string => formatMoment(ms, to - from > 86_400_000 ? 'short' : 'clock', locale, seen.site.timeZone)
  return (
    <figure className="mt-3">
      <div dir="ltr" className="flex items-stretch gap-3">
        <Spark
          points={points} limit={limit} direction={direction} priority={priority} width={640} height={150} stretch className="h-[150px] min-w-0 flex-1"
          label={t('picture', { point: pointName, last: measured(formatNumber(last, locale)), limit: limit === null ? '' : measured(formatLimit(limit, locale)), from: clock(from), to: clock(to) })}
        />
        <div className="num flex w-28 shrink-0 flex-col justify-center text-m16 text-fg-2">
          <span className="text-m22 font-strong text-fg">{measured(formatNumber(last, locale))}</span>
          {limit !== null && <span dir="auto">{t('limit', { limit: measured(formatLimit(limit, locale)) })}</span>}
        </div>
      </div>
      <figcaption dir="ltr" className="num flex justify-between gap-3 text-m16 text-fg-2">
        <span>{clock(from)}</span><span className="min-w-0 truncate">{pointName}</span><span>{clock(to)}</span>
      </figcaption>
      {credit !== null && <p className="mt-1 text-14 text-fg-2">{server.says(seen.asset.creditText, credit)}</p>}
    </figure>
  )
}
