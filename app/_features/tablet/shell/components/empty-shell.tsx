import type { ReactNode } from 'react'

/** EmptyShell is the frame without anything in it: what the server sends, and what is seen until the words are there. */
export function EmptyShell(): ReactNode {
  return (
    <div aria-busy className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
      <div className="h-14 border-b border-line bg-surface pt-[env(safe-area-inset-top)]" />
      <div />
      <div className="h-(--act) border-t border-line bg-surface" />
    </div>
  )
}
