'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

const PAGE = 25
const MOST_LETTERS = 160

const shortened = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = JSON.stringify(value)
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}

/** AuditLog says who changed what, newest first, as it was written with each change. */
export function AuditLog(): ReactNode {
  const t = useTranslations('admin.audit')
  const [cursor, setCursor] = useQueryState('audit', parseAsString.withOptions({ history: 'push' }))
  const input = { limit: PAGE, ...(cursor === null ? {} : { cursor }) }
  const { data, error, isPending, refetch } = useQuery(useTRPC().audit.list.queryOptions(input, { placeholderData: keepPreviousData }))
  return (
    <Panel title={t('title')} note={t('note')} bare>
      {error !== null && <div className="p-3.5"><ErrorState message={error.message} onRetry={() => { void refetch() }} /></div>}
      {isPending && <SkeletonRows rows={6} height="h-9" />}
      {data?.items.length === 0 && <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table label={t('title')}>
            <thead><tr><Th>{t('when')}</Th><Th>{t('who')}</Th><Th>{t('what')}</Th><Th>{t('after')}</Th></tr></thead>
            <tbody>
              {data.items.map((row) => (
                <tr key={row.id}>
                  <Td className="num whitespace-nowrap"><Timestamp at={row.at} style="short" /></Td>
                  <Td className="whitespace-nowrap">{row.actor.name ?? t(`actor.${row.actor.type === 'machine' ? 'machine' : row.actor.type === 'person' ? 'person' : row.actor.type === 'guest' ? 'guest' : 'system'}`)}</Td>
                  <Td className="whitespace-nowrap">{row.action}</Td>
                  <Td className="min-w-64 text-12 break-all text-fg-2">{shortened(row.after)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <nav aria-label={t('title')} className="flex gap-2 px-3.5 py-2.5">
            {cursor !== null && <Button size="sm" onPress={() => { void setCursor(null) }}>{t('first')}</Button>}
            {data.nextCursor !== null && <Button size="sm" onPress={() => { void setCursor(data.nextCursor) }}>{t('next')}</Button>}
          </nav>
        </>
      )}
    </Panel>
  )
}
