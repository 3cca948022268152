'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTabletPeople } from '../../../../_lib/tablet/hooks/use-person.ts'
import { lock, setPin } from '../../../../_lib/tablet/people/unlock.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { navigate } from '../../shell/router/path.ts'
import { AddPerson } from '../components/add-person.tsx'
import { PinPad } from '../components/pin-pad.tsx'
import { useMe } from '../person-context.ts'

/** People says who works on this tablet: switch by PIN, set one's own, and let a colleague work on it too. */
export default function People(): ReactNode {
  const t = useTranslations('tabletWork.people')
  const me = useMe()
  const people = useTabletPeople() ?? []
  const [setting, setSetting] = useState(false)
  const [pin, change] = useState('')
  const keep = async (): Promise<void> => {
    await setPin(tabletDb(), me.id, pin)
    setSetting(false)
    change('')
    confirm(t('pinKept'))
  }
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <TabletPanel title={me.name}>
        {me.pin !== null && <BigButton look="main" onClick={() => { void lock(tabletDb()).then(() => { navigate('/m') }) }}>{t(people.length > 1 ? 'switch' : 'lock')}</BigButton>}
        {setting ? <PinPad label={t('newPin')} pin={pin} onChange={change} onDone={() => { void keep() }} error={null} />
          : <><p className="text-m16 text-fg-2">{t('whyPin')}</p><BigButton onClick={() => { setSetting(true) }}>{t(me.pin === null ? 'setPin' : 'changePin')}</BigButton></>}
      </TabletPanel>
      <TabletPanel title={t('all')}>
        <ul className="grid gap-2">{people.map((one) => <li key={one.id} className="text-m18">{one.name}{one.pin === null && <span className="text-fg-2">, {t('withoutPin')}</span>}</li>)}</ul>
        <AddPerson />
      </TabletPanel>
      <div className="mt-4 grid"><BigLink href="/m/settings">{t('settings')}</BigLink></div>
    </TabletScreen>
  )
}
