'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { enrol } from '../../../../_lib/tablet/people/enrol.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { Refused } from '../../../../_lib/tablet/sync/http.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { usePrefs } from '../../shell/hooks/use-prefs.ts'
import { platformOf } from '../../shell/platform.ts'

type State = 'idle' | 'busy' | 'sign-in' | 'offline'

/** AddPerson lets whoever is signed in with the server work on this tablet too; it needs the network once. */
export function AddPerson(): ReactNode {
  const t = useTranslations('tabletWork.people')
  const [{ device }] = usePrefs()
  const [state, setState] = useState<State>('idle')
  const add = async (): Promise<void> => {
    setState('busy')
    await enrol(tabletDb(), device === '' ? t('tablet') : device, platformOf(navigator.userAgent, navigator.maxTouchPoints))
      .then(() => { setState('idle') }, (error: unknown) => { setState(error instanceof Refused ? 'sign-in' : 'offline') })
  }
  return (
    <>
      <p className="text-m16 text-fg-2">{t('whyAdd')}</p>
      <BigLink outside href="/sign-in?next=/m/people">{t('signInOther')}</BigLink>
      <BigButton disabled={state === 'busy'} onClick={() => { void add() }}>{t('add')}</BigButton>
      {(state === 'sign-in' || state === 'offline') && <p role="alert" className="font-mid">{t(`trouble.${state}`)}</p>}
    </>
  )
}
