'use client'

import { createContext, useContext, type ReactNode } from 'react'

const ZoneContext = createContext('UTC')

/** ZoneProvider names the IANA time zone of the site that the page is about. */
export function ZoneProvider({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }): ReactNode {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>
}

/** useTimeZone is the IANA time zone of the site; every moment on screen is written in it. */
export const useTimeZone = (): string => useContext(ZoneContext)
