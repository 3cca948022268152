'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { makeOrder } from '../../../../_lib/tablet/outbox/make-order.ts'
import type { Known } from '../../../../_lib/tablet/seen/born.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { navigate } from '../../shell/router/path.ts'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { Tiles } from '../../work/components/tiles.tsx'
import { DONE_KINDS, NOTHING_SAID, QUICK_MINUTES, readDone, type DoneWork } from '../prepare/done-work.ts'
import { DoneFindings } from './done-findings.tsx'
import { Field } from './field.tsx'

interface DoneFormProps {
  readonly asset: TabletAsset
  readonly known: Known | null
}

/** DoneForm asks what was done and how long it took; of a repair also what was found, by what the machine's class offers. */
export function DoneForm({ asset, known }: DoneFormProps): ReactNode {
  const t = useTranslations('tabletMoves.done')
  const me = useMe()
  const now = useClock()
  const [said, setSaid] = useState<DoneWork>(NOTHING_SAID)
  const [tried, setTried] = useState(false)
  const zone = known?.site.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const choices = known && { items: known.choices.items.map(({ code }) => code), modes: known.choices.modes.map(({ code }) => code), activities: known.choices.activities }
  const read = readDone(said, choices, zone, new Date(now))
  const lacks = tried && !read.ok ? read.missing : null
  const set = (change: Partial<DoneWork>): void => { setSaid((before) => ({ ...before, ...change })) }
  const submit = async (): Promise<void> => {
    setTried(true)
    if (!read.ok) return
    const { provisionalNumber } = await makeOrder(tabletDb(), { personId: me.id, kind: 'order.done', payload: { assetId: asset.id, ...read.payload } })
    confirm(t('kept', { number: provisionalNumber }))
    navigate(`/m/a/${encodeURIComponent(asset.tag)}`, true)
  }
  const times = lacks === 'took' || lacks === 'workStartedAt' || lacks === 'workFinishedAt'
  return (
    <form className="grid gap-5" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <Field label={t('what')} value={said.title} onChange={(title) => { set({ title }) }} maxLength={200} error={lacks === 'title' ? t('missing.title') : undefined} />
      <Tiles label={t('kind')} value={said.kind} error={lacks === 'kind' ? t('missing.kind') : undefined} tiles={DONE_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))} onChoose={(id) => { set({ kind: DONE_KINDS.find((one) => one === id) ?? null }) }} />
      <Tiles
        label={t('took')} value={said.took === null ? null : String(said.took)} error={times ? t(lacks === 'took' ? 'missing.took' : 'missing.times') : undefined}
        tiles={[...QUICK_MINUTES.map((minutes) => ({ id: String(minutes), label: t('minutes', { minutes }) })), { id: 'times', label: t('times') }]}
        onChoose={(id) => { set({ took: id === 'times' ? 'times' : Number(id) }) }}
      />
      {said.took === 'times' && (
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label={t('from')} type="datetime-local" value={said.from} onChange={(from) => { set({ from }) }} />
          <Field label={t('to')} type="datetime-local" value={said.to} onChange={(to) => { set({ to }) }} />
        </div>
      )}
      {said.kind === 'corrective' && <DoneFindings said={said} known={known} lacks={lacks} onSay={set} />}
      <div className="grid gap-1">
        <BigButton type="submit" look="main">{t('keep')}</BigButton>
        <p className="text-center text-m16 text-fg-2">{t('why')}</p>
      </div>
    </form>
  )
}
