'use client'

import type { ReactNode } from 'react'
import { usePath } from '../router/path.ts'
import { routeOf } from '../router/routes.ts'
import { Screen } from '../router/screen.tsx'
import type { PersonNow } from '../../../../_lib/tablet/hooks/use-person.ts'
import { PersonGate } from '../../people/components/person-gate.tsx'
import { initialsOf } from '../../people/initials.ts'
import type { SyncState } from '../sync-state.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Boundary } from './boundary.tsx'
import { ConfirmationLine } from './confirmation-line.tsx'
import { Missing } from './missing.tsx'
import { Notices } from './notices.tsx'
import { TopBar } from './top-bar.tsx'

interface FrameProps {
  readonly sync: SyncState
  readonly person: PersonNow
}

/** Frame is what stands around every screen: the state of this tablet above, the main actions below. */
export function Frame({ sync, person }: FrameProps): ReactNode {
  const path = usePath()
  const found = routeOf(path)
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto_auto] text-m18">
      <TopBar sync={sync} person={person.state === 'known' ? { name: person.person.name, initials: initialsOf(person.person.name) } : null} />
      <main id="content" className="min-w-0">
        <Notices sync={sync} />
        <Boundary path={path}>
          {found === null ? <Missing /> : <Gated open={found.entry.open} person={person}><Screen key={path} load={found.entry.load} params={found.params} /></Gated>}
        </Boundary>
      </main>
      <ConfirmationLine />
      <BottomBar />
    </div>
  )
}

// The tablet's own settings and the install guide need nobody.
function Gated({ open, person, children }: { readonly open: boolean; readonly person: PersonNow; readonly children: ReactNode }): ReactNode {
  return open ? children : <PersonGate now={person}>{children}</PersonGate>
}
