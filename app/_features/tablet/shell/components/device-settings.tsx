'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { confirm } from '../confirmations.ts'
import { usePrefs } from '../hooks/use-prefs.ts'
import { DEVICE_LENGTH } from '../prefs.ts'
import { BigButton } from './big-button.tsx'
import { TabletPanel } from './panel.tsx'

/** DeviceSettings give this tablet a name. */
export function DeviceSettings(): ReactNode {
  const t = useTranslations('tablet.settings')
  const [prefs, change] = usePrefs()
  const [name, setName] = useState(prefs.device)
  const id = useId()
  return (
    <TabletPanel title={t('device')}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          change({ device: name.trim() })
          confirm(t('deviceSaved'))
        }}
      >
        <label htmlFor={id} className="text-m16 text-fg-2">{t('deviceHint')}</label>
        <input
          id={id} value={name} maxLength={DEVICE_LENGTH} autoComplete="off" onChange={(event) => { setName(event.target.value) }}
          className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m18"
        />
        <BigButton type="submit">{t('deviceSave')}</BigButton>
      </form>
    </TabletPanel>
  )
}
