'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 10_000

/** useClock is the tablet's own clock (epoch ms); it moves on every ten seconds while the page is seen. */
export function useClock(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const tick = (): void => {
      if (!document.hidden) setNow(Date.now())
    }
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}
