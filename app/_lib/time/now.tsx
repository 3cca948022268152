'use client'

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

const NowContext = createContext(0)
const TICK_MS = 5_000

interface NowProviderProps {
  /** The server's clock when the page was made (epoch ms), so that both sides write the same ages first. */
  readonly start: number
  readonly children: ReactNode
}

/** NowProvider is the one clock of the page: it starts at the server's time and ticks every five seconds while the page is seen. */
export function NowProvider({ start, children }: NowProviderProps): ReactNode {
  const [now, setNow] = useState(start)
  useEffect(() => {
    // Ages are told by the server's clock: a wrong clock at the desk must not make fresh readings look old.
    const offset = start - Date.now()
    const tick = (): void => {
      if (!document.hidden) setNow(Date.now() + offset)
    }
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [start])
  return <NowContext value={now}>{children}</NowContext>
}

/** useNow is the present (epoch ms) by the server's clock; it changes every five seconds. */
export const useNow = (): number => useContext(NowContext)
