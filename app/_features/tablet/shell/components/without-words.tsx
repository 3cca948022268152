import type { ReactNode } from 'react'

/** WithoutWords is for the one moment when no language could be loaded: both say the same, with the way on. */
export function WithoutWords(): ReactNode {
  return (
    <main className="mx-auto max-w-[480px] px-5 py-16 text-m18">
      <h1 className="text-m22 font-strong">The app could not be loaded.</h1>
      <p lang="de" className="text-fg-2">Die App ließ sich nicht laden.</p>
      <p className="mt-4"><a href="/m">Try again · <span lang="de">Erneut versuchen</span></a></p>
    </main>
  )
}
