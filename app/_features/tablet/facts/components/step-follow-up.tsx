'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'

/** StepFollowUp proposes an order for what a step found wrong: filed with one tap, and from then on named. */
export function StepFollowUp({ seen, task }: { readonly seen: SeenOrder; readonly task: SeenOrder['tasks'][number] }): ReactNode {
  const t = useTranslations('tabletFacts.followUp')
  const act = useAct()
  const { followUp } = task
  if (!task.answer?.failed || followUp === null) return null
  if (followUp.orderId !== null) {
    const link = seen.links.find(({ id }) => id === followUp.orderId)
    return <p className="mt-1 text-m16 text-fg-2">{link ? t('filed', { number: link.number }) : t('filedHere')}</p>
  }
  if (!seen.allowed.includes('raiseFollowUp')) return null
  return <div className="mt-2 grid"><BigButton onClick={() => { void act(seen, 'raiseFollowUp', { taskId: task.id }) }}>{t('file')}</BigButton></div>
}
