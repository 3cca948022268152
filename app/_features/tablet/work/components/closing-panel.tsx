'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OTHER } from '#server/core/work-orders/completion.ts'
import { effect } from '#server/core/work-orders/enums.ts'
import { VERDICTS } from '#server/core/work-orders/verdict.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { atMost, type Field } from '../../../../_lib/work-orders/close-out.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { HeldNotice } from '../../safety/components/held-notice.tsx'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useClosing } from '../hooks/use-closing.ts'
import { Tiles, type Tile } from './tiles.tsx'

interface ClosingPanelProps {
  readonly seen: SeenOrder
  /** The title of the order that goes on with what is not done, where the rest is carried over. */
  readonly rest?: string
  readonly onDone: () => void
}

/** ClosingPanel asks what was found and done, one question at a time with big answers, and closes the order: three taps with the start in the usual case. */
export function ClosingPanel({ seen, rest, onDone }: ClosingPanelProps): ReactNode {
  const t = useTranslations('workOrder.close')
  const w = useTranslations('tabletWork.work')
  const m = useTranslations('tabletMoves.rest')
  const words = useOrderWords()
  const server = useServerWords()
  const { said, asked, missing, command, held, set, submit } = useClosing(seen, rest)
  const { choices } = seen
  const error = (field: Field): string | undefined => (missing === field ? t(`missing.${field}`) : undefined)
  const named = (list: readonly Tile[], keep: string | null): Tile[] =>
    atMost(list.map((one) => one.id), keep).map((id) => ({ id, label: id === OTHER ? t('other') : (list.find((one) => one.id === id)?.label ?? id) }))
  return (
    <section aria-label={w('finish')} className="mt-4 grid gap-5">
      {asked.verdict && (
        <Tiles label={t('verdict.question')} value={said.verdict} error={error('verdict')} onChoose={(id) => { set({ verdict: VERDICTS.find((known) => known === id) ?? null }) }} tiles={VERDICTS.map((id) => ({ id, label: words.verdict(id) }))} />
      )}
      {asked.mode && <Tiles label={t('modeQuestion')} value={said.modeCode} error={error('modeCode')} onChoose={(modeCode) => { set({ modeCode }) }} tiles={named(choices.modes.map((mode) => ({ id: mode.code, label: server.mode(mode) })), null)} />}
      {asked.fault && choices.items.length > 0 && (
        <Tiles label={t('itemQuestion')} value={said.itemCode} error={error('itemCode')} onChoose={(itemCode) => { set({ itemCode }) }} tiles={named(choices.items.map(({ code, name }) => ({ id: code, label: name })), said.itemCode)} />
      )}
      {asked.fault && choices.activities.length > 0 && (
        <Tiles label={t('activityQuestion')} value={said.activityCode} error={error('activityCode')} onChoose={(activityCode) => { set({ activityCode }) }} tiles={named(choices.activities.map((id) => ({ id, label: words.activity(id) })), said.activityCode)} />
      )}
      {asked.fault && said.effect === null && (
        <Tiles label={t('effectQuestion')} value={said.effect} error={error('effect')} onChoose={(id) => { set({ effect: effect.options.find((known) => known === id) ?? null }) }} tiles={effect.options.map((id) => ({ id, label: words.effect(id) }))} />
      )}
      <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
        <span className="font-mid">{t('noteQuestion')}</span>
        <textarea value={said.note} onChange={(event) => { set({ note: event.target.value }) }} rows={2} maxLength={4000} className="frame rounded-[12px] bg-surface px-4 py-3 text-m18" />
      </label>
      {missing !== null && <p role="alert" className="text-m18 font-mid">{t(`missing.${missing}`)}</p>}
      {held.length > 0 ? <HeldNotice seen={seen} held={held} /> : (
        <div className="sticky bottom-[calc(var(--act)+37px)] z-10 -mx-5 grid border-t border-line bg-bg px-5 pt-3 pb-2 max-sm:-mx-4 max-sm:px-4">
          <BigButton look="main" onClick={() => { void submit().then((done) => { if (done) onDone() }) }}><Check size={24} strokeWidth={2} aria-hidden />{command === 'carryRest' ? m('submit') : t(`submit.${command}`)}</BigButton>
          <p className="mt-1 text-center text-m16 text-fg-2">{w('savedAtOnce')}</p>
        </div>
      )}
    </section>
  )
}
