'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { PERMIT_KINDS, PERMIT_POLICIES, type PermitKind } from '#server/core/permits/kinds.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Acts } from '../hooks/use-acts.ts'
import type { OrderSafety } from '../prepare/view.ts'
import { GasFields, readingsOf, type Gases } from './gas-fields.tsx'

const HOUR = 3_600_000
const FIRST_HOURS = 4

/** IssuePermit asks everything that a permit says: what, who, until when, the precautions one by one, and the gas tests. */
export function IssuePermit({ view, acts, onClose }: { readonly view: OrderSafety; readonly acts: Acts; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('isolation')
  const { personId } = useMe()
  const zone = useTimeZone()
  const now = useNow()
  const [kind, setKind] = useState<PermitKind | null>(null)
  const [work, setWork] = useState('')
  const [performerId, setPerformerId] = useState<string | null>(null)
  const [from, setFrom] = useState(() => toLocalInput(now, zone))
  const [to, setTo] = useState(() => toLocalInput(now + FIRST_HOURS * HOUR, zone))
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [gases, setGases] = useState<Gases>({})
  const [overrule, setOverrule] = useState('')
  const [begin, end] = [fromLocalInput(from, zone), fromLocalInput(to, zone)]
  const ready = kind !== null && work.trim().length > 2 && performerId !== null && begin !== null && end !== null
    && PERMIT_POLICIES[kind].precautions.every((key) => checked.has(key))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    acts.permit('issue', {
      orderId: view.order.id,
      permit: {
        kind, work: work.trim(), performerId, from: new Date(begin).toISOString(), to: new Date(end).toISOString(), precautions: [...checked], readings: readingsOf(kind, gases),
        ...(overrule.trim() === '' ? {} : { overrule: overrule.trim() }),
      },
    }, onClose)
  }
  return (
    <Dialog title={t('ask.issue', { order: view.order.number, tag: view.asset.tag })} isOpen wide onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <ChoiceCards
          label={t('what')} value={kind} choices={PERMIT_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))} columns="grid-cols-2 sm:grid-cols-3"
          onChange={(id) => { setKind(PERMIT_KINDS.find((known) => known === id) ?? null); setChecked(new Set()); setGases({}) }}
        />
        <TextField label={t('work')} value={work} onChange={setWork} />
        <Select label={t('performer')} hint={t('notYourself')} placeholder={t('choose')} choices={view.performers.filter(({ id }) => id !== personId).map(({ id, name }) => ({ id, label: name }))} value={performerId} onChange={setPerformerId} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField type="datetime-local" label={t('from')} value={from} onChange={setFrom} />
          <TextField type="datetime-local" label={t('end')} value={to} onChange={setTo} hint={kind === null ? undefined : t('longest', { hours: PERMIT_POLICIES[kind].longestMs / HOUR })} />
        </div>
        {kind !== null && (
          <fieldset>
            <legend className="mb-1.5 text-13 font-strong">{t('precautions')}</legend>
            {PERMIT_POLICIES[kind].precautions.map((key) => (
              <Checkbox key={key} isSelected={checked.has(key)} onChange={(on) => { setChecked(new Set(on ? [...checked, key] : [...checked].filter((one) => one !== key))) }}>{t(`precaution.${key as 'isolated'}`)}</Checkbox>
            ))}
          </fieldset>
        )}
        {kind !== null && PERMIT_POLICIES[kind].gases.length > 0 && <GasFields kind={kind} gases={gases} onChange={setGases} />}
        {view.may.overrule && <TextField label={t('overrule')} value={overrule} onChange={setOverrule} />}
        {acts.error !== null && <ErrorState message={acts.error} />}
        <Button type="submit" variant="primary" size="lg" isDisabled={!ready} isPending={acts.pending === 'issue'}>{t('act.issue')}</Button>
      </form>
    </Dialog>
  )
}
