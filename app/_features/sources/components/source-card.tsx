'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { LinkButton } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { StatusMark } from '../../../_ui/status-mark.tsx'
import { Term } from '../../../_ui/term.tsx'
import { creditsOf, markOf, stateOf, type Source } from '../prepare/source.ts'
import { MinuteBars } from './minute-bars.tsx'
import { Rejects } from './rejects.tsx'
import { SourceFigures } from './source-figures.tsx'
import { SourceSwitch } from './source-switch.tsx'

/** SourceCard is one source: whether it is alive, what it brings, what was rejected, and its last hour. */
export function SourceCard({ source }: { readonly source: Source }): ReactNode {
  const t = useTranslations('sources')
  const locale = useLocale()
  const zone = useTimeZone()
  const may = useMay()
  const server = useServerWords()
  const state = stateOf(source, useNow())
  const kind = source.kind === 'http' || source.kind === 'mqtt' ? t(`kind.${source.kind}`) : source.kind
  const total = source.perMinute.reduce((sum, count) => sum + count, 0)
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-t border-line-soft px-3.5 py-3 first:border-t-0">
      <span className="mt-[3px] grid size-5 place-items-center"><StatusMark status={markOf(state)} /></span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-x-2 text-15 font-strong">
              {source.name}
              {source.demo && <span className="rounded-pill border border-g6 px-1.5 text-11 font-mid text-fg-2">{t('demo')}</span>}
            </h2>
            <p className="text-12 text-fg-2">
              <span className={state === 'live' ? undefined : 'font-strong text-fg'}>{t(`state.${state}`)}</span>
              {' · '}{kind}{' · '}<Term term="clock">{t(`clock.${source.clock}`)}</Term>
            </p>
          </div>
          <SourceFigures source={source} />
        </div>
        {source.note !== null && <p className="mt-1.5 max-w-[75ch] text-13 font-mid text-pretty">{server.says(source.noteText, source.note)}</p>}
        <div className="mt-1.5"><Rejects source={source} /></div>
        {source.replayedUntil !== null && <p className="mt-1 text-13 text-fg-2">{t('replayedUntil', { moment: formatMoment(Date.parse(source.replayedUntil), 'full', locale, zone) })}</p>}
        {source.machines.length > 0 && (
          <p className="mt-1 text-13 text-fg-2">
            {t('feeds')}{' '}
            {source.machines.map((machine, index) => (
              <span key={machine.id}>
                {index > 0 && ', '}
                {may('asset.read') ? <Link href={`/assets/${machine.id}`} className="touch inline-flex min-h-6 items-center">{machine.tag}</Link> : machine.tag} ({t('points', { count: machine.points })})
              </span>
            ))}
          </p>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <MinuteBars
            perMinute={source.perMinute}
            label={t('perMinuteOf', { name: source.name, total, empty: source.perMinute.filter((count) => count === 0).length })}
          />
          <span className="text-12 text-fg-2">{t('perMinute')}</span>
          {source.allowed.edit && (
            <span className="ms-auto flex flex-wrap gap-2">
              <LinkButton size="sm" href={`/sources/${source.id}`} aria-label={t('settingsOf', { name: source.name })}>{t('settings')}</LinkButton>
              <SourceSwitch source={source} />
            </span>
          )}
        </div>
        {creditsOf(source).map(({ credit, creditText }) => <p key={credit} className="mt-2 text-12 text-pretty text-fg-2">{server.says(creditText, credit)}</p>)}
      </div>
    </li>
  )
}
