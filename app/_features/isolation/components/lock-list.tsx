'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { Button } from '../../../_ui/button.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import type { Acts } from '../hooks/use-acts.ts'
import type { Own } from '../prepare/standing.ts'
import type { OrderSafety } from '../prepare/view.ts'
import type { Asked } from './act-dialog.tsx'

interface LockListProps {
  readonly view: OrderSafety
  readonly acts: Acts
  readonly own: Own['lock']
  readonly onAsk: (asked: Asked) => void
}

/** LockList shows whose locks are on and since when; each person puts his own on and takes his own off. */
export function LockList({ view, acts, own, onAsk }: LockListProps): ReactNode {
  const t = useTranslations('isolation')
  const { personId } = useMe()
  const locks = view.isolation?.locks ?? []
  return (
    <section aria-label={t('locks')} className="mt-3">
      <ul className="grid gap-1">
        {locks.map(({ person, lock, since }) => (
          <li key={person.id} className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1 text-13">
            <Lock size={14} strokeWidth={1.8} aria-hidden />
            <span className="me-auto min-w-0 wrap-anywhere"><b className="font-strong">{person.name}</b> <span className="text-fg-2">{lock} · <TimeAgo at={since} /></span></span>
            {person.id !== personId && view.may.override && <Button size="sm" variant="quiet" onPress={() => { onAsk({ act: 'removeLock', ownerId: person.id }) }}>{t('act.removeLock')}</Button>}
          </li>
        ))}
      </ul>
      {own === 'put-on' && <Button className="mt-2 w-full" size="lg" onPress={() => { onAsk({ act: 'lockOn' }) }}><Lock size={16} strokeWidth={1.5} aria-hidden />{t('act.lockOn')}</Button>}
      {own === 'take-off' && <Button className="mt-2 w-full" size="lg" isPending={acts.pending === 'lockOff'} onPress={() => { acts.isolate('lockOff', { orderId: view.order.id }) }}>{t('act.lockOff')}</Button>}
    </section>
  )
}
