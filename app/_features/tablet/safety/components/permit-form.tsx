'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { usePermitAct } from '../../../../_lib/tablet/hooks/use-safety.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { SeenPermit } from '../../../../_lib/tablet/seen/permits.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { confirm } from '../../shell/confirmations.ts'
import type { TabletAct } from '../prepare/permits.ts'
import { readingsOf } from '../prepare/readings.ts'

const FIELD = 'frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18'
const SHORTEST = 3

interface PermitFormProps {
  readonly seen: SeenOrder
  readonly permit: SeenPermit
  readonly act: TabletAct
  readonly onClose: () => void
}

/** PermitForm asks what an act on a permit needs: measured values, the reason for stopping, a remark with the hand-back. It is recorded on this tablet at once. */
export function PermitForm({ seen, permit, act, onClose }: PermitFormProps): ReactNode {
  const t = useTranslations('tabletSafety.permits')
  const record = usePermitAct(useMe())
  const [text, setText] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const readings = readingsOf(permit.kind, values)
  const lacks = act === 'suspend' && text.trim().length < SHORTEST ? 'reasonNeeded' : act === 'gasTest' && (readings === null || readings.length === 0) ? 'valueNeeded' : null
  const submit = async (): Promise<void> => {
    setTried(true)
    if (lacks !== null) return
    const words = text.trim()
    await record(seen, permit.id, act, act === 'gasTest' ? { readings } : act === 'suspend' ? { reason: words } : words === '' ? {} : { note: words })
    confirm(t(`done.${act}`))
    onClose()
  }
  return (
    <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <p className="text-m18">{t(`how.${act}`)}</p>
      {act === 'gasTest' ? <GasFields kind={permit.kind} values={values} onChange={setValues} /> : (
        <label className="grid min-w-0 gap-1.5 text-m18"><span>{t(act === 'suspend' ? 'reason' : 'note')}</span><input value={text} onChange={(event) => { setText(event.target.value) }} maxLength={1000} autoComplete="off" className={FIELD} /></label>
      )}
      {tried && lacks !== null && <p role="alert" className="text-m18 font-mid">{t(lacks)}</p>}
      <BigButton type="submit" look="main">{t(`act.${act}`)}</BigButton>
      <BigButton onClick={onClose}>{t('cancel')}</BigButton>
    </form>
  )
}

interface GasFieldsProps {
  readonly kind: SeenPermit['kind']
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

function GasFields({ kind, values, onChange }: GasFieldsProps): ReactNode {
  const t = useTranslations('tabletSafety.permits.may')
  const locale = useLocale()
  const limits = (low: number | null, high: number | null): string => [low === null ? null : t('from', { value: formatNumber(low, locale) }), high === null ? null : t('to', { value: formatNumber(high, locale) })].filter(Boolean).join(' ')
  return PERMIT_POLICIES[kind].gases.map(({ gas, unit, low, high }) => (
    <label key={gas} className="grid min-w-0 gap-1.5 text-m18">
      <span>{gas} ({unitLabel(unit)}) <span className="num text-fg-2">{limits(low, high)}</span></span>
      <input value={values[gas] ?? ''} inputMode="decimal" autoComplete="off" onChange={(event) => { onChange({ ...values, [gas]: event.target.value }) }} className={FIELD} />
    </label>
  ))
}
