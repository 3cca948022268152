'use client'

import { createContext, useContext } from 'react'
import type { Locale } from '#server/core/people/locales.ts'

/** Build names the program that runs: its version, and the build of it. */
export interface Build {
  readonly version: string
  readonly id: string
}

/** TabletWiring is what screens get from the app around them. */
export interface TabletWiring {
  readonly build: Build
  readonly chooseLocale: (locale: Locale) => void
}

/** TabletContext carries it. */
export const TabletContext = createContext<TabletWiring>({ build: { version: '', id: '' }, chooseLocale: () => undefined })

/** useTablet gives a screen what the app around it knows. */
export const useTablet = (): TabletWiring => useContext(TabletContext)
