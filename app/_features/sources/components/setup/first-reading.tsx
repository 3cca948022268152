'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { SuggestField } from '../../../../_ui/suggest-field.tsx'
import { sendCommand } from '../../prepare/connect.ts'
import type { SitePoint } from '../../prepare/setup/place.ts'
import { Command } from '../command.tsx'

interface FirstReadingProps {
  readonly points: readonly SitePoint[]
  readonly origin: string
  readonly at: string
  /** The key while it can be seen. */
  readonly keyText: string | undefined
}

/** FirstReading is the command that sends a point's first reading: with the value that the gauge shows, since it is judged like any other. */
export function FirstReading({ points, origin, at, keyText }: FirstReadingProps): ReactNode {
  const t = useTranslations('setup.http')
  const [key, setKey] = useState('')
  const [value, setValue] = useState(Number.NaN)
  const point = points.find((one) => one.key === key)
  const unit = point === undefined ? '' : unitLabel(point.unit)
  return (
    <div>
      <p className="mb-2 max-w-[75ch] text-13 text-pretty">{t('send')}</p>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3 max-sm:grid-cols-1">
        <SuggestField label={t('point')} value={key} onChange={setKey} choices={points.map(({ key: id, name, machine }) => ({ id, label: id, note: `${name}, ${machine}` }))} />
        <NumberField label={t('value')} value={value} onChange={setValue} steppers={false} isWheelDisabled {...(unit === '' ? {} : { unit })} />
      </div>
      {point !== undefined && Number.isFinite(value) && (
        <Command label={t('sendCommand')} text={sendCommand({ origin, at, point: point.key, unit: point.unit, value, ...(keyText === undefined ? {} : { key: keyText }) })} />
      )}
      <p className="mt-3 text-12 text-fg-2">
        {t.rich('openapi', { a: (chunks) => <a href="/api/v1/openapi.json" className="touch inline-flex min-h-6 items-center rounded-sm text-accent-text underline">{chunks}</a> })}
      </p>
    </div>
  )
}
