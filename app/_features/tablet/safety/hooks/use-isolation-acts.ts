'use client'

import { useTranslations } from 'next-intl'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import { useIsolate } from '../../../../_lib/tablet/hooks/use-safety.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'

/** useIsolationActs records acts on an order's isolation from the screen, and says that it did. */
export function useIsolationActs(seen: SeenOrder): (act: IsolationAct) => Promise<void> {
  const t = useTranslations('tabletSafety.done')
  const isolate = useIsolate(useMe())
  return async (act) => {
    await isolate(seen, act)
    // A short buzz: a glove feels what a noisy floor does not let one hear.
    ;(navigator as { vibrate?: (ms: number) => boolean }).vibrate?.(30)
    confirm(act.type === 'lock-removed' ? t('other') : t(act.type))
  }
}
