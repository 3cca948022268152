'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { PERMIT_KINDS } from '#server/core/permits/kinds.ts'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { LinkButton } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '../../../_ui/filter-bar.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'
import { boardOf, type BoardLock, type BoardPermit } from '../prepare/board.ts'

const FILTERS = { q: parseAsString.withDefault(''), kind: parseAsStringLiteral(PERMIT_KINDS) }
const row = 'grid gap-x-4 gap-y-0.5 px-3.5 py-2.5 text-13 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)]'

/** SafetyBoard shows what is in force in the plant now: who works under which permit until when, and whose locks are on. */
export function SafetyBoard(): ReactNode {
  const t = useTranslations('isolation.board')
  const words = useTranslations('isolation')
  const { data } = useSuspenseQuery(useTRPC().permits.board.queryOptions())
  const [{ q, kind }, set] = useQueryStates(FILTERS)
  const board = boardOf(data, { words: q, kind })
  const nothing = data.permits.length + data.locks.length === 0
  const zone = data.permits[0]?.site.timeZone ?? data.locks[0]?.site.timeZone ?? 'UTC'
  return (
    <ZoneProvider timeZone={zone}>
      <h1 className="mb-3 text-20 font-strong">{t('title')}</h1>
      <p className="mb-3 max-w-[75ch] text-13 text-fg-2">{t('records')}</p>
      {nothing ? <EmptyState action={<LinkButton href="/work-orders">{t('toOrders')}</LinkButton>}>{t('empty')}</EmptyState> : (
        <>
          <FilterBar find={{ label: t('find'), value: q, onChange: (next) => { void set({ q: next || null }) } }} more={t('more')}>
            <FilterSelect label={t('kind')} value={kind} choices={PERMIT_KINDS.map((id) => ({ id, label: words(`kind.${id}`) }))} onChange={(next) => { void set({ kind: next }) }} />
          </FilterBar>
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <Panel title={t('permits')} aside={<span className="num">{board.permits.length}</span>} bare>
              {board.permits.length === 0 ? <p className="px-3.5 py-3 text-13 text-fg-2">{t('noPermits')}</p> : <ul className="divide-y divide-line-soft">{board.permits.map((permit) => <PermitLine key={permit.id} permit={permit} />)}</ul>}
            </Panel>
            <Panel title={t('locks')} aside={<span className="num">{board.locks.length}</span>} bare>
              {board.locks.length === 0 ? <p className="px-3.5 py-3 text-13 text-fg-2">{t('noLocks')}</p> : <ul className="divide-y divide-line-soft">{board.locks.map((lock) => <LockLine key={`${lock.order} ${lock.person.id}`} lock={lock} />)}</ul>}
            </Panel>
          </div>
        </>
      )}
    </ZoneProvider>
  )
}

function PermitLine({ permit }: { readonly permit: BoardPermit }): ReactNode {
  const t = useTranslations('isolation')
  return (
    <li className={row}>
      <p className="min-w-0"><b className="font-strong">{permit.number}</b> {t(`kind.${permit.kind}`)}<span className="block text-12 text-fg-2">{permit.work}</span></p>
      <p className="min-w-0"><Link href={`/assets/${permit.asset.id}`}>{permit.asset.tag}</Link> {permit.asset.name}<span className="block text-12"><Link href={`/work-orders/${permit.order.number}`}>{permit.order.number}</Link></span></p>
      <p className="min-w-0">{permit.performer.name}<span className="block text-12 text-fg-2">{permit.expired ? <b className="text-fg">{t('status.expired')}</b> : t(`status.${permit.status}`)}, {t('until')} <Timestamp at={permit.to} className="num" /></span></p>
    </li>
  )
}

function LockLine({ lock }: { readonly lock: BoardLock }): ReactNode {
  const t = useTranslations('isolation')
  return (
    <li className={row}>
      <p className="flex min-w-0 items-start gap-2"><Lock size={14} strokeWidth={1.8} aria-hidden className="mt-0.5 shrink-0" /><span><b className="font-strong">{lock.person.name}</b><span className="block text-12 text-fg-2">{lock.lock}</span></span></p>
      <p className="min-w-0"><Link href={`/assets/${lock.asset.id}`}>{lock.asset.tag}</Link> {lock.asset.name}<span className="block text-12"><Link href={`/work-orders/${lock.order}`}>{lock.order}</Link></span></p>
      <p className="min-w-0"><TimeAgo at={lock.since} /><span className="block text-12 text-fg-2">{t(`phase.${lock.phase as 'isolated'}`)}</span></p>
    </li>
  )
}
