'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { readKept, writeKept } from '../prepare/kept.ts'
import { isSame, type Definition } from '../prepare/rule.ts'

/** Draft is what stands in the editor. */
export interface Draft {
  readonly definition: Definition
  /** Whether it says something else than what is stored. */
  readonly isChanged: boolean
  readonly change: (definition: Definition) => void
  /** Goes back to what is stored. */
  readonly discard: () => void
}

/**
 * useDraft holds what a person changed of a rule. It survives leaving the page and coming back (in this tab), and the browser
 * asks before the tab is closed; while nothing is changed it follows what others save.
 */
export function useDraft(id: string, stored: Definition): Draft {
  const t = useTranslations('rules.head')
  const [own, setOwn] = useState<Definition | null>(null)
  const isChanged = own !== null && !isSame(own, stored)

  useEffect(() => {
    const kept = readKept(sessionStorage.getItem(`mw-rule ${id}`))
    if (kept === null) return
    setOwn(kept)
    toast(t('restored'))
  }, [id, t])

  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [isChanged])

  return {
    definition: own ?? stored,
    isChanged,
    change: (definition) => {
      setOwn(definition)
      if (isSame(definition, stored)) sessionStorage.removeItem(`mw-rule ${id}`)
      else sessionStorage.setItem(`mw-rule ${id}`, writeKept(definition))
    },
    discard: () => {
      setOwn(null)
      sessionStorage.removeItem(`mw-rule ${id}`)
    },
  }
}
