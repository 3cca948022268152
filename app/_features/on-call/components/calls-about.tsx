'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

/** CallsAbout tells who was called about an order, one after another, and who has accepted; nothing where nobody was called. */
export function CallsAbout({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useTranslations('notify.about')
  const { data } = useQuery(useTRPC().onCall.about.queryOptions({ orderId }))
  if (data === undefined || data.length === 0) return null
  return (
    <div className="mt-4 grid gap-4">
      {data.map((call) => (
        <Panel key={call.id} title={t('title')} note={call.state === 'accepted' ? t('accepted', { name: call.acceptedBy ?? '' }) : t(call.state)} bare>
          <ol>
            {call.steps.map((step) => (
              <li key={step.no} className="flex flex-wrap items-baseline gap-x-3 border-t border-line-soft px-3.5 py-2 text-13 first:border-t-0">
                <span className="font-mid">{step.people.join(', ')}</span>
                <span className="me-auto text-12 text-fg-2">{t(`as.${step.as}`)}{step.round > 1 && ` · ${t('round', { round: step.round })}`}</span>
                <Timestamp at={step.at} className="num text-12 text-fg-2" />
              </li>
            ))}
          </ol>
        </Panel>
      ))}
    </div>
  )
}
