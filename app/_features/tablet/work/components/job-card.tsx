'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { Link } from '../../shell/router/link.tsx'
import { EvidencePicture } from './evidence-picture.tsx'
import { MainAction } from './main-action.tsx'
import { OrderSign } from './order-sign.tsx'
import { OwnTime } from './own-time.tsx'

/** JobCard is the one job to do next: what is wrong in one sentence, the picture of it, where, and one button. */
export function JobCard({ seen, personId }: { readonly seen: SeenOrder; readonly personId: string }): ReactNode {
  const words = useOrderWords()
  const { order, asset } = seen
  return (
    <section aria-labelledby="next-job" className="frame rounded-[14px] bg-surface px-6 py-5 max-sm:px-4">
      <div className="flex items-center gap-3">
        <OrderSign seen={seen} personId={personId} />
        <p className="min-w-0 flex-1 text-m18 font-mid break-words">{asset.tag} {asset.name}</p>
        <p className="num shrink-0 text-m16 text-fg-2">{order.number}</p>
      </div>
      <h2 id="next-job" className="mt-2 text-m22 font-strong text-pretty break-words">
        <Link href={`/m/o/${order.number}`} className="text-fg no-underline">{words.title(order)}</Link>
      </h2>
      <EvidencePicture seen={seen} />
      <OrderFacts seen={seen} />
      <OwnTime seen={seen} personId={personId} />
      <div className="mt-5 grid"><MainAction seen={seen} from="home" /></div>
    </section>
  )
}

/** OrderFacts are what a person needs to know before he goes: until when, when it is planned, and what follows if it waits. */
export function OrderFacts({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const { order, site } = seen
  const moment = (text: string): string => formatMoment(Date.parse(text), 'short', locale, site.timeZone)
  const facts: readonly (readonly [string, string])[] = [
    ...(order.plannedStart === null ? [] : [[t('planned'), moment(order.plannedStart)] as const]),
    ...(order.dueAt === null ? [] : [[t('due'), moment(order.dueAt)] as const]),
    ...(order.latestSafeAt === null ? [] : [[t('latestSafe'), moment(order.latestSafeAt)] as const]),
  ]
  if (facts.length === 0) return null
  return (
    <dl className="mt-4 grid grid-cols-3 gap-4 border-t border-line pt-4 max-sm:grid-cols-1 max-sm:gap-2">
      {facts.map(([name, value]) => <div key={name} className="min-w-0"><dt className="text-m16 text-fg-2">{name}</dt><dd className="num text-m18">{value}</dd></div>)}
    </dl>
  )
}
