'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import type { Block } from '../prepare/blocked.ts'

/** BlockedStep says why a step waits for the isolation, and leads there. */
export function BlockedStep({ seen, block }: { readonly seen: SeenOrder; readonly block: Block }): ReactNode {
  const t = useTranslations('tabletSafety')
  return (
    <div className="mt-2 grid gap-2">
      <p className="flex items-start gap-2 text-m18"><Lock size={24} strokeWidth={1.7} aria-hidden className="shrink-0" />{t(`block.${block}`)}</p>
      <BigLink href={`/m/o/${seen.order.number}/isolation`}>{t('open')}</BigLink>
    </div>
  )
}
