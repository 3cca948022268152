'use client'

import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { SeenIsolation } from '../../../../_lib/tablet/seen/safety.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { lock } from '../../../../_lib/tablet/people/unlock.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useMe } from '../../people/person-context.ts'
import { useIsolationActs } from '../hooks/use-isolation-acts.ts'
import type { SideAct } from '../prepare/next-act.ts'
import { ClearForm } from './clear-form.tsx'
import { LockForm } from './lock-form.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

interface SideActsProps {
  readonly seen: SeenOrder
  readonly isolation: SeenIsolation
  readonly acts: readonly SideAct[]
}

/** SideActs are what else can be done now: what asks something opens below its button. A colleague locks under his own name. */
export function SideActs({ seen, isolation, acts }: SideActsProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const act = useIsolationActs(seen)
  const me = useMe()
  const [asked, setAsked] = useState<SideAct | null>(null)
  const { id } = seen.order
  const { told } = isolation.content
  const close = (): void => { setAsked(null) }
  const clear = { toolsClear: true, peopleTold: true } as const
  return (
    <div className="mt-4 grid gap-2">
      {acts.map((one) => (
        <div key={one} className="grid gap-3">
          {asked !== one && <BigButton onClick={() => { if (one === 'lock-off') void act({ type: 'lock-off', data: {} }); else setAsked(one) }}>{t(`side.${one}`)}</BigButton>}
          {asked === one && one === 'lock-on' && <LockForm draft={`lock:${id}`} label={t('ownTag')} action={t('act.lockOn')} onDone={(lock) => act({ type: 'lock-on', data: { lock } }).then(close)} />}
          {asked === one && one === 'lift' && <ClearForm told={told} reason={t('tried')} action={t('act.lift')} onDone={(reason) => act({ type: 'lifted', data: { ...clear, reason } }).then(close)} />}
          {asked === one && one === 'return' && <ClearForm told={told} action={t('act.return')} onDone={() => act({ type: 'ended', data: clear }).then(close)} />}
        </div>
      ))}
      {/* With a PIN the next person unlocks right here; without one the people's screen says what is needed. */}
      {me.pin === null ? <BigLink href="/m/people"><Users {...SIGN} />{t('somebodyElse')}</BigLink> : <BigButton onClick={() => { void lock(tabletDb()) }}><Users {...SIGN} />{t('somebodyElse')}</BigButton>}
    </div>
  )
}
