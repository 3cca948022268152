'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OTHER } from '#server/core/work-orders/completion.ts'
import { effect } from '#server/core/work-orders/enums.ts'
import type { Known } from '../../../../_lib/tablet/seen/born.ts'
import { atMost } from '../../../../_lib/work-orders/close-out.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { Tiles, type Tile } from '../../work/components/tiles.tsx'
import type { DoneFault, DoneWork } from '../prepare/done-work.ts'
import { Field } from './field.tsx'

interface DoneFindingsProps {
  readonly said: DoneWork
  readonly known: Known | null
  readonly lacks: DoneFault | null
  readonly onSay: (change: Partial<DoneWork>) => void
}

/** DoneFindings asks of a repair what the fault did and, where the tablet knows what the machine's class offers, what it was and what was done. */
export function DoneFindings({ said, known, lacks, onSay }: DoneFindingsProps): ReactNode {
  const t = useTranslations('workOrder.close')
  const words = useOrderWords()
  const server = useServerWords()
  const error = (field: 'effect' | 'itemCode' | 'modeCode' | 'activityCode' | 'functionLostAt'): string | undefined => (lacks === field ? t(`missing.${field}`) : undefined)
  const few = (list: readonly Tile[], keep: string | null): Tile[] => atMost(list.map(({ id }) => id), keep).map((id) => ({ id, label: id === OTHER ? t('other') : (list.find((one) => one.id === id)?.label ?? id) }))
  const { items, modes, activities } = known?.choices ?? { items: [], modes: [], activities: [] }
  return (
    <>
      <Tiles label={t('effectQuestion')} value={said.effect} error={error('effect')} tiles={effect.options.map((id) => ({ id, label: words.effect(id) }))} onChoose={(id) => { onSay({ effect: effect.options.find((one) => one === id) ?? null }) }} />
      {said.effect === 'functional-failure' && <Field label={t('times.functionLostAt')} type="datetime-local" value={said.lostAt} onChange={(lostAt) => { onSay({ lostAt }) }} error={error('functionLostAt')} />}
      {said.effect !== null && said.effect !== 'none' && (
        <>
          {modes.length > 0 && <Tiles label={t('modeQuestion')} value={said.modeCode} error={error('modeCode')} tiles={few(modes.map((mode) => ({ id: mode.code, label: server.mode(mode) })), said.modeCode)} onChoose={(modeCode) => { onSay({ modeCode }) }} />}
          {items.length > 0 && <Tiles label={t('itemQuestion')} value={said.itemCode} error={error('itemCode')} tiles={few(items.map(({ code, name }) => ({ id: code, label: name })), said.itemCode)} onChoose={(itemCode) => { onSay({ itemCode }) }} />}
          {activities.length > 0 && <Tiles label={t('activityQuestion')} value={said.activityCode} error={error('activityCode')} tiles={few(activities.map((id) => ({ id, label: words.activity(id) })), said.activityCode)} onChoose={(activityCode) => { onSay({ activityCode }) }} />}
        </>
      )}
    </>
  )
}
