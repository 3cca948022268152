'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatOf, pagesOf } from '#server/core/labels/sheet.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { useLabelChoice } from '../hooks/use-label-choice.ts'
import { roomOf } from '../prepare/label-layout.ts'
import { LabelCard } from './label-card.tsx'
import { LabelChoices } from './label-choices.tsx'
import { PrintFrame } from './print-frame.tsx'

/** LabelsPage makes sheets of labels with codes: which machines or parts, which code, which sheet. */
export function LabelsPage({ origin }: { readonly origin: string }): ReactNode {
  const t = useTranslations('labels')
  const [choice, set] = useLabelChoice()
  const format = formatOf(choice.paper, choice.size)
  const sheet = useQuery(useTRPC().labels.sheet.queryOptions(
    { of: choice.of, areaId: choice.area, ids: choice.ids, symbology: choice.code, roomMm: roomOf(format), origin },
    { placeholderData: keepPreviousData },
  ))
  const { data } = sheet
  const labels = data?.labels ?? []
  const pages = pagesOf(format, labels.length, choice.used)
  const replaced = labels.filter(({ symbology }) => symbology !== choice.code).length
  const says = t(choice.of === 'parts' ? 'saysPart' : 'saysMachine')
  return (
    <PrintFrame
      title={t('title')} back={{ href: '/assets', label: t('back') }} paper={choice.paper} text={null}
      onPaper={(paper) => { void set({ paper, size: null, used: 0 }) }}
      choices={<LabelChoices choice={choice} format={format} places={data?.places ?? []} onChange={(change) => { void set(change) }} />}
    >
      <div role="status" className="mx-auto mb-3 max-w-[1200px] text-13 text-fg-2 print:hidden">
        <p>{data === undefined ? (sheet.isError ? '' : t('making')) : t('count', { labels: labels.length, sheets: pages.length })}</p>
        {data !== undefined && data.total > labels.length && <p className="font-mid text-fg">{t('most', { shown: labels.length, total: data.total })}</p>}
        {replaced > 0 && <p className="font-mid text-fg">{t('replaced', { count: replaced })}</p>}
      </div>
      {sheet.isError && <ErrorState message={sheet.error.message} />}
      {data !== undefined && labels.length === 0 && (
        <EmptyState action={<Button size="sm" onPress={() => { void set({ of: 'assets', area: null, ids: null }) }}>{t('all')}</Button>}>{t(choice.of === 'parts' ? 'noParts' : 'noMachines')}</EmptyState>
      )}
      {pages.map((page, no) => (
        <section key={page[0]?.index ?? 0} dir="ltr" aria-label={t('sheet', { no: no + 1 })} className="sheet label-page mb-4 print:mb-0" style={{ width: 'var(--paper-width)', height: 'var(--paper-height)' }}>
          {page.map(({ index, left, top }) => {
            const label = labels[index]
            return label && <LabelCard key={label.id} label={label} format={format} left={left} top={top} says={says} />
          })}
        </section>
      ))}
    </PrintFrame>
  )
}
