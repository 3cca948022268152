'use client'

import type { ReactNode } from 'react'
import type { PersonNow } from '../../../../_lib/tablet/hooks/use-person.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { PersonProvider } from '../person-context.ts'
import { SetUp } from './set-up.tsx'
import { Unlock } from './unlock.tsx'

/** PersonGate shows what belongs to a person, once it is known who works on this tablet. */
export function PersonGate({ now, children }: { readonly now: PersonNow; readonly children: ReactNode }): ReactNode {
  switch (now.state) {
    case 'looking':
      return <ScreenWait />
    case 'nobody':
      return <SetUp />
    case 'known':
      return now.locked ? <Unlock /> : <PersonProvider value={now.person}>{children}</PersonProvider>
  }
}
