'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTabletPeople } from '../../../../_lib/tablet/hooks/use-person.ts'
import type { StoredPerson } from '../../../../_lib/tablet/store/db.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { unlock } from '../../../../_lib/tablet/people/unlock.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { PinPad } from './pin-pad.tsx'

/** Unlock asks who works on this tablet now, and for the PIN; what a colleague left unsent never stands in the way. */
export function Unlock(): ReactNode {
  const t = useTranslations('tabletWork.people')
  const people = useTabletPeople() ?? []
  const [chosen, setChosen] = useState<StoredPerson | null>(null)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const person = chosen ?? (people.length === 1 ? (people[0] ?? null) : null)
  const attempt = async (who: StoredPerson): Promise<void> => {
    const result = await unlock(tabletDb(), who.id, pin)
    setPin('')
    if (result.is === 'wrong') setError(t('wrong'))
    if (result.is === 'wait') setError(t('wait', { seconds: Math.max(1, Math.ceil((result.until - Date.now()) / 1000)) }))
  }
  return (
    <TabletScreen title={t('who')}>
      <TabletPanel title={person === null ? t('choose') : person.name}>
        {person === null
          ? people.map((one) => <BigButton key={one.id} onClick={() => { setChosen(one) }}>{one.name}</BigButton>)
          : person.pin === null ? <><p>{t('noPin')}</p><BigLink look="main" outside href="/sign-in?next=/m">{t('signIn')}</BigLink></>
            : <PinPad label={t('pin')} pin={pin} onChange={(next) => { setPin(next); setError(null) }} onDone={() => { void attempt(person) }} error={error} />}
        {person !== null && people.length > 1 && <BigButton onClick={() => { setChosen(null); setPin(''); setError(null) }}>{t('other')}</BigButton>}
      </TabletPanel>
    </TabletScreen>
  )
}
