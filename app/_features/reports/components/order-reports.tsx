'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

type Report = Outputs['requests']['ofOrder'][number]

/** OrderReports shows what people without an account said of an order: in their words, with how to reach them. Orders without such reports have no such panel. */
export function OrderReports({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useTranslations('requests.order')
  const { data } = useQuery(useTRPC().requests.ofOrder.queryOptions({ orderId }))
  if (data === undefined || data.length === 0) return null
  return (
    <Panel title={t('title')} note={t('count', { count: data.length })}>
      <ul className="grid gap-3">{data.map((report) => <One key={report.id} report={report} />)}</ul>
    </Panel>
  )
}

function One({ report }: { readonly report: Report }): ReactNode {
  const t = useTranslations('requests.order')
  const { said, name, contact, machine, stopped, danger, joined, at, locale } = report
  const answers = [[t('stopped'), stopped], [t('danger'), danger]] as const
  return (
    <li className="text-13 not-first:border-t not-first:border-line-soft not-first:pt-3">
      <p className="num text-12 text-fg-2"><Timestamp at={at} />{joined && ` · ${t('joined')}`}</p>
      <p lang={locale} className="my-1 whitespace-pre-line wrap-anywhere">{said}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        <dt className="text-fg-2">{t('who')}</dt><dd className="wrap-anywhere">{name ?? t('noName')}</dd>
        <dt className="text-fg-2">{t('contact')}</dt><dd className="wrap-anywhere">{contact ?? t('noContact')}</dd>
        {machine !== null && <><dt className="text-fg-2">{t('machine')}</dt><dd className="wrap-anywhere">{machine}</dd></>}
        {answers.map(([label, yes]) => <div key={label} className="contents"><dt className="text-fg-2">{label}</dt><dd className={yes ? 'font-strong' : undefined}>{t(yes ? 'yes' : 'no')}</dd></div>)}
      </dl>
    </li>
  )
}
