'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { fromLocalInput, toLocalInput } from '../../../../_lib/time/local-input.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { Tiles } from '../../work/components/tiles.tsx'
import { Field } from '../../moves/components/field.tsx'
import { firstReasons } from '../prepare/reasons.ts'

const OTHERS = ':others'

/** DowntimeForm says since when a machine stands, until when (it may still stand), why, and whether that was planned. */
export function DowntimeForm({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts.downtime')
  const words = useOrderWords()
  const act = useAct()
  const zone = seen.site.timeZone
  const [start, setStart] = useState(() => toLocalInput(seen.order.functionLostAt === null ? Date.now() : Date.parse(seen.order.functionLostAt), zone))
  const [end, setEnd] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const [planned, setPlanned] = useState(false)
  const [others, setOthers] = useState(false)
  const [tried, setTried] = useState(false)
  const [from, to] = [fromLocalInput(start, zone), fromLocalInput(end, zone)]
  const wrongStart = from === null || from > Date.now()
  const wrongEnd = end !== '' && (to === null || to > Date.now() || (from !== null && to <= from))
  const { shown, rest } = firstReasons(seen.downtimeReasons)
  const tiles = [...(others ? rest : shown).map(({ code, name }) => ({ id: code, label: name ?? words.downtime(code) })), ...(rest.length > 0 ? [{ id: OTHERS, label: t(others ? 'firstReasons' : 'otherReasons') }] : [])]
  const keep = async (): Promise<void> => {
    setTried(true)
    if (wrongStart || wrongEnd || reason === null) return
    await act(seen, 'recordDowntime', { from: new Date(from).toISOString(), to: to === null ? null : new Date(to).toISOString(), reason, planned })
  }
  return (
    <form noValidate className="mt-5 grid gap-5" onSubmit={(event) => { event.preventDefault(); void keep() }}>
      <Field label={t('from')} type="datetime-local" value={start} onChange={setStart} error={tried && wrongStart ? t('wrongStart') : undefined} />
      <Field label={t('to')} hint={t('toHint')} type="datetime-local" value={end} onChange={setEnd} error={tried && wrongEnd ? t('wrongEnd') : undefined} />
      <Tiles label={t('why')} value={reason} tiles={tiles} error={tried && reason === null ? t('noReason') : undefined} onChoose={(id) => { if (id === OTHERS) setOthers(!others); else setReason(id) }} />
      <Tiles label={t('wasPlanned')} value={planned ? 'yes' : 'no'} tiles={[{ id: 'no', label: t('unplanned') }, { id: 'yes', label: t('planned') }]} onChoose={(id) => { setPlanned(id === 'yes') }} />
      <BigButton type="submit" look="main">{t('keep')}</BigButton>
    </form>
  )
}
