'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Term } from '../../../_ui/term.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { AssetDetail } from '../prepare/nameplate.ts'

/** ZoneList tells the zone boundaries of ISO 20816-3 for the machine's vibration velocities, or what is missing for them. */
export function ZoneList({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('nameplate')
  const trouble = useTranslations('rules.trouble')
  const locale = useLocale()
  const named = (codes: readonly string[]): string => new Intl.ListFormat(locale).format(codes.map((code) => detail.points.find((point) => point.code === code)?.name ?? code))
  return (
    <div className="border-t border-line-soft px-3.5 py-2.5 text-13">
      <h3 className="text-12 text-fg-2"><Term term="isoZone">{t('zones')}</Term></h3>
      {detail.zones.map(({ points, zones, problem }) => (
        <div key={points.join(' ')} className="mt-1">
          <p className="font-mid">{named(points)}</p>
          {zones !== null && (
            <p className="num text-12 text-fg-2">
              {t.rich('upTo', { a: () => <Value value={zones.ab} unit="mm/s" limit />, b: () => <Value value={zones.bc} unit="mm/s" limit />, c: () => <Value value={zones.cd} unit="mm/s" limit /> })}
            </p>
          )}
          {problem !== null && <p className="text-12 text-pretty text-fg-2">{trouble(`${problem}.why`)} {trouble(`${problem}.do`)}</p>}
        </div>
      ))}
    </div>
  )
}
