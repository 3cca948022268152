'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import type { EditChanges } from '../../../_lib/work-orders/edit-draft.ts'
import { Button } from '../../../_ui/button.tsx'
import type { CommandOutcome } from '../hooks/use-order-command.ts'

/** Clashes are the fields of an edit that somebody else had changed meanwhile. */
export type Clashes = Extract<NonNullable<CommandOutcome['review']>, { kind: 'clash' }>['clashes']

interface EditClashesProps {
  readonly clashes: Clashes
  readonly zone: string
  readonly isPending: boolean
  readonly onKeepMine: (changes: EditChanges) => void
  readonly onTakeTheirs: () => void
}

const TIMES: readonly string[] = ['dueAt', 'latestSafeAt']

/** EditClashes asks, field by field and side by side, which of two versions holds; the other fields of the edit have been taken already. */
export function EditClashes({ clashes, zone, isPending, onKeepMine, onTakeTheirs }: EditClashesProps): ReactNode {
  const t = useTranslations('orderMoves.clash')
  const locale = useLocale()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const words = (field: string, value: unknown): string =>
    value === null || value === '' ? t('empty') : TIMES.includes(field) ? formatMoment(Date.parse(String(value)), 'short', locale, zone) : String(value)
  const decide = (): void => {
    // What the server told of each field is what it takes back.
    const kept = Object.fromEntries(clashes.flatMap((clash) => (mine.has(clash.field) ? [[clash.field, { from: clash.theirs, to: clash.mine }]] : []))) as EditChanges
    if (Object.keys(kept).length === 0) onTakeTheirs()
    else onKeepMine(kept)
  }
  const choose = (field: string, own: boolean): void => { setMine(new Set(own ? [...mine, field] : [...mine].filter((one) => one !== field))) }
  return (
    <div className="grid gap-4">
      <p className="text-13">{t('text')}</p>
      {clashes.map(({ field, mine: own, theirs, changedBy, changedAt }) => (
        <fieldset key={field} className="grid min-w-0 gap-2">
          <legend className="mb-1 text-13 font-strong">{t(`field.${field}`)}</legend>
          {[
            { id: 'theirs', label: t('meanwhile', { name: changedBy?.name ?? t('somebody'), time: changedAt === null ? '' : formatMoment(Date.parse(changedAt), 'short', locale, zone) }), value: theirs, chosen: !mine.has(field) },
            { id: 'mine', label: t('youWrote'), value: own, chosen: mine.has(field) },
          ].map((side) => (
            <label key={side.id} className="frame flex min-h-11 min-w-0 cursor-pointer gap-3 rounded-lg bg-surface px-3 py-2 has-checked:border-g12">
              <input type="radio" name={`clash-${field}`} checked={side.chosen} onChange={() => { choose(field, side.id === 'mine') }} className="mt-1 shrink-0" />
              <span className="min-w-0 text-13"><span className="block text-12 text-fg-2">{side.label}</span><span className="block break-words whitespace-pre-line">{words(field, side.value)}</span></span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button variant="primary" size="lg" isPending={isPending} onPress={decide}>{t('decide')}</Button>
    </div>
  )
}
