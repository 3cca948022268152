'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { STEPS_MIN } from '../prepare/shift-span.ts'

/** AddTime writes down 15, 30 or 60 minutes up to now with one tap, for whoever worked without a timer. */
export function AddTime({ seen, label }: { readonly seen: SeenOrder; readonly label: string }): ReactNode {
  const t = useTranslations('tabletFacts.time')
  const act = useAct()
  return (
    <div role="group" aria-label={label} className="grid gap-2">
      <h3 className="text-m18 font-strong">{label}</h3>
      <div className="grid grid-cols-3 gap-2">
        {STEPS_MIN.map((minutes) => (
          <BigButton key={minutes} className="num" aria-label={t('add', { minutes })} onClick={() => { void act(seen, 'logTime', { minutes }) }}>{`${minutes} min`}</BigButton>
        ))}
      </div>
    </div>
  )
}
