'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusMark, type QuietStatus } from '../../../_ui/status-mark.tsx'
import { canProduce, type Fleet } from '../prepare/fleet.ts'
import { FleetTile } from './fleet-tile.tsx'

const LEGEND: readonly QuietStatus[] = ['operating', 'stopped', 'offline', 'unknown']

/** FleetByLine shows every machine in columns by line, as in the plant. */
export function FleetByLine({ fleet }: { readonly fleet: Fleet }): ReactNode {
  const t = useTranslations()
  return (
    <section aria-labelledby="fleet-title" className="min-w-0">
      <header className="mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="fleet-title" className="me-auto text-14 font-strong">{t('overview.fleet')}</h2>
        <ul className="flex flex-wrap gap-x-4 text-12 text-fg-2">
          {LEGEND.map((status) => (
            <li key={status} className="flex items-center gap-2"><StatusMark status={status} />{t(`common.assetStatus.${status}`)}</li>
          ))}
        </ul>
      </header>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(168px,1fr))] gap-3">
        {fleet.map(({ line, assets }) => (
          <div key={line} className="min-w-0">
            <h3 className="flex px-px pb-1.5 text-12 font-mid">
              <span className="truncate">{line}</span>
              <span className="num ms-auto font-text whitespace-nowrap text-fg-2">{t('overview.able', { able: assets.filter(canProduce).length, all: assets.length })}</span>
            </h3>
            <div>{assets.map((tile) => <FleetTile key={tile.id} tile={tile} />)}</div>
          </div>
        ))}
      </div>
    </section>
  )
}
