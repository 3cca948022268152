'use client'

import { Lock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigLink } from '../../shell/components/big-button.tsx'

const KINDS = ['lock', 'permit', 'isolation'] as const

/** HeldNotice stands in place of the closing button while something is on: it names whose lock, which permit or which isolation, and leads there. */
export function HeldNotice({ seen, held }: { readonly seen: SeenOrder; readonly held: readonly Safeguard[] }): ReactNode {
  const t = useTranslations('tabletSafety')
  const list = new Intl.ListFormat(useLocale())
  const named = ({ kind, own, name, order }: Safeguard): string => (own || kind === 'isolation' ? (kind === 'isolation' ? order : name) : `${name} (${order})`)
  // Where only permits keep it open, the isolation has nothing to do: they are closed on their own screen.
  const permits = held.every(({ kind }) => kind === 'permit')
  return (
    <div className="grid gap-2">
      <div role="status" className="flex items-start gap-3 text-m18">
        <Lock size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" />
        <div className="min-w-0 break-words">
          {KINDS.map((kind) => {
            const these = held.filter((one) => one.kind === kind)
            return these.length > 0 && <p key={kind} className="font-mid">{t(`held.${kind}`, { names: list.format(these.map(named)) })}</p>
          })}
          <p className="text-m16 text-fg-2">{t('heldWhy')}</p>
        </div>
      </div>
      <BigLink look="main" href={`/m/o/${seen.order.number}/${permits ? 'permits' : 'isolation'}`}>{t(permits ? 'permits.open' : 'open')}</BigLink>
    </div>
  )
}
