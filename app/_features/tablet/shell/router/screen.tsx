'use client'

import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Failed } from '../components/failed.tsx'
import { ScreenWait } from '../components/screen-wait.tsx'
import type { Params } from './match.ts'

/** ScreenProps is what every screen gets: the named parts of its address. */
export interface ScreenProps {
  readonly params: Params
}

/** ScreenModule is a file of a screen: its component is the default export. */
export interface ScreenModule {
  readonly default: ComponentType<ScreenProps>
}

/** LoadScreen fetches the file of a screen, from the worker's store when there is no network. */
export type LoadScreen = () => Promise<ScreenModule>

const loaded = new Map<LoadScreen, ComponentType<ScreenProps>>()

type Outcome = { readonly load: LoadScreen; readonly screen?: ComponentType<ScreenProps>; readonly error?: unknown } | null

/** Screen loads a screen when it is first shown, and says so in words when its file cannot be had. */
export function Screen({ load, params }: { readonly load: LoadScreen; readonly params: Params }): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [attempt, setAttempt] = useState(0)
  const known = loaded.get(load)
  useEffect(() => {
    if (loaded.has(load)) return undefined
    let wanted = true
    load().then((module) => {
      loaded.set(load, module.default)
      if (wanted) setOutcome({ load, screen: module.default })
    }, (error: unknown) => {
      if (wanted) setOutcome({ load, error })
    })
    return () => { wanted = false }
  }, [load, attempt])
  const Shown = known ?? (outcome?.load === load ? outcome.screen : undefined)
  if (Shown) return <Shown params={params} />
  if (outcome?.load === load && outcome.error !== undefined) return <Failed retry={() => { setOutcome(null); setAttempt(attempt + 1) }} />
  return <ScreenWait />
}
