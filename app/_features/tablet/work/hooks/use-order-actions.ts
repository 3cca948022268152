'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { UNDO_MS, useDo } from '../../../../_lib/tablet/hooks/use-do.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { confirm } from '../../shell/confirmations.ts'
import { useMe } from '../../people/person-context.ts'

// What was done under the isolation that this tablet shows is a fact, however late it arrives.
const asFact = (order: SeenOrder, name: CommandName, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  (name === 'answerTask' && order.tasks.some((task) => task.isolated && task.id === fields['taskId']) ? { ...fields, late: true } : fields)

const ENDING: readonly CommandName[] = ['complete', 'close', 'carryRest']

/** Act gives an order a command, says so, and offers the way back where there is one. */
export type Act = (order: SeenOrder, name: CommandName, fields?: Readonly<Record<string, unknown>>, blobs?: readonly StoredBlob[]) => Promise<void>

// A short buzz: a glove feels what a noisy floor does not let one hear.
const buzz = (): void => { (navigator as { vibrate?: (ms: number) => boolean }).vibrate?.(30) }

/** useAct gives commands to orders from the screens of the tablet; completing can be taken back for ten seconds. */
export function useAct(): Act {
  const t = useTranslations('tabletWork.done')
  const run = useDo(useMe())
  return useCallback(async (order, name, fields, blobs) => {
    const ends = ENDING.includes(name)
    const done = await run(order, name, asFact(order, name, fields ?? {}), { ...(ends ? { undoMs: UNDO_MS } : {}), ...(blobs ? { blobs } : {}) })
    buzz()
    const words = t.has(name as 'start') ? t(name as 'start', { number: order.order.number }) : t('other')
    confirm(words, ends ? { label: t('undo'), run: () => { void done.undo().then((back) => { confirm(t(back ? 'undone' : 'tooLate')) }) } } : undefined)
  }, [run, t])
}
