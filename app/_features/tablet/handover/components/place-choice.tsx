'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TabletShift } from '#server/core/handover/on-tablet.ts'
import type { Place } from '../prepare/content.ts'

interface PlaceChoiceProps {
  readonly places: TabletShift['places']
  readonly value: Place
  readonly onChange: (place: Place) => void
}

/** PlaceChoice asks which site or area is handed over; nothing where there is one only. */
export function PlaceChoice({ places, value, onChange }: PlaceChoiceProps): ReactNode {
  const t = useTranslations('handover')
  const all = places.flatMap(({ siteId, name, areas }) => [
    { id: siteId, label: name, place: { siteId, areaId: null } }, ...areas.map((area) => ({ id: area.id, label: `${name}: ${area.name}`, place: { siteId, areaId: area.id } })),
  ])
  if (all.length < 2) return null
  return (
    <label className="grid min-w-0 gap-1.5 text-m18">
      <span className="font-mid">{t('place')}</span>
      <select
        value={value.areaId ?? value.siteId} onChange={(event) => { onChange(all.find(({ id }) => id === event.target.value)?.place ?? value) }}
        className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18"
      >
        {all.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
      </select>
    </label>
  )
}
