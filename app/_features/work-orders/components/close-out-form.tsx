'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OTHER } from '#server/core/work-orders/completion.ts'
import { VERDICTS } from '#server/core/work-orders/verdict.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import type { Choice } from '../../../_ui/select.tsx'
import { Term } from '../../../_ui/term.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useCloseOut } from '../hooks/use-close-out.ts'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import { atMost, type Field } from '../../../_lib/work-orders/close-out.ts'
import type { OrderView } from '../prepare/view.ts'
import { CloseOutTimes } from './close-out-times.tsx'

interface CloseOutFormProps {
  readonly command: 'close' | 'complete' | 'carryRest'
  /** The title of the order that goes on with what is not done, where the rest is carried over. */
  readonly rest?: string
  readonly view: OrderView
  readonly commands: OrderCommands
  readonly onDone?: () => void
}

const THREE = 'grid-cols-2 min-[360px]:grid-cols-3'

/** CloseOutForm asks what was found and done: a verdict that nobody filled in, then item and activity by big buttons; three taps in the usual case. */
export function CloseOutForm({ command, rest, view, commands, onDone }: CloseOutFormProps): ReactNode {
  const t = useTranslations('workOrder.close')
  const m = useTranslations('orderMoves.rest')
  const words = useOrderWords()
  const server = useServerWords()
  const { said, asked, missing, suggestedBy, set, submit } = useCloseOut(view, command, commands, { rest, onDone })
  const { choices } = view
  const error = (field: Field): string | undefined => (missing === field ? t(`missing.${field}`) : undefined)
  const named = (list: readonly { readonly code: string; readonly name: string }[], keep: string | null): Choice[] =>
    atMost(list.map((one) => one.code), keep).map((id) => ({ id, label: id === OTHER ? t('other') : (list.find((one) => one.code === id)?.name ?? id) }))
  return (
    <div className="grid gap-4">
      {asked.verdict && (
        <ChoiceCards
          columns={THREE} label={<Term term="verdict">{t('verdict.question')}</Term>} value={said.verdict} error={error('verdict')}
          onChange={(id) => { set({ verdict: VERDICTS.find((known) => known === id) ?? null }) }}
          choices={VERDICTS.map((id) => ({ id, label: words.verdict(id) }))}
        />
      )}
      {asked.mode && <ChoiceCards columns={THREE} label={<Term term="failureMode">{t('modeQuestion')}</Term>} value={said.modeCode} error={error('modeCode')} onChange={(modeCode) => { set({ modeCode }) }} choices={named(choices.modes.map((mode) => ({ code: mode.code, name: server.mode(mode) })), null)} />}
      {asked.fault && (
        <>
          {choices.items.length > 0 && (
            <ChoiceCards columns={THREE} label={<Term term="maintainableItem">{t('itemQuestion')}</Term>} value={said.itemCode} error={error('itemCode')} onChange={(itemCode) => { set({ itemCode }) }} choices={named(choices.items, said.itemCode)} />
          )}
          {choices.activities.length > 0 && (
            <ChoiceCards
              columns={THREE} label={<Term term="activity">{t('activityQuestion')}</Term>} value={said.activityCode} error={error('activityCode')} onChange={(activityCode) => { set({ activityCode }) }}
              choices={atMost(choices.activities, said.activityCode).map((id) => ({ id, label: id === OTHER ? t('other') : words.activity(id) }))}
            />
          )}
        </>
      )}
      {asked.fault && suggestedBy !== null && <p className="text-12 text-fg-2">{t(`suggested.${suggestedBy}`)}</p>}
      <CloseOutTimes said={said} asked={asked} set={set} missing={missing} />
      <TextField label={t('noteQuestion')} value={said.note} onChange={(note) => { set({ note }) }} error={error('causeNote')} />
      {/* In reach while the questions above are answered. */}
      <div className="sticky bottom-0 -mx-3.5 -mb-3 rounded-b-lg border-t border-line-soft bg-surface px-3.5 py-3 max-md:bottom-14">
        {missing !== null && <p className="mb-2 text-13 font-mid">{t(`missing.${missing}`)}</p>}
        <Button variant="primary" size="lg" className="w-full" isPending={commands.pending === command} onPress={submit}>{command === 'carryRest' ? m('submit') : t(`submit.${command}`)}</Button>
      </div>
    </div>
  )
}
