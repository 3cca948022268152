'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Link } from '../../../_ui/link.tsx'
import { Timestamp } from '../../../_ui/time.tsx'

/** Floods say in one sentence each which line is flooded with alarms, how much, and what came first. */
export function Floods({ floods }: { readonly floods: Outputs['overview']['get']['floods'] }): ReactNode {
  const t = useTranslations('overview')
  if (floods.length === 0) return null
  return (
    <ul className="mb-3 grid gap-1.5">
      {floods.map(({ id, line, alarms, machines, since, parentId, assetTag, assetName }) => (
        <li key={id} className="rounded-lg border border-g8 bg-surface px-4 py-2.5 text-14">
          {t.rich('flood', {
            line, alarms, machines, machine: `${assetTag} ${assetName}`.trim(),
            b: (words) => <b className="font-strong">{words}</b>, since: () => <Timestamp at={since} className="num" />, first: (words) => <Link href={`/alarms?alarm=${parentId}`}>{words}</Link>,
          })}
        </li>
      ))}
    </ul>
  )
}
