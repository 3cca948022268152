'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { tabletDb } from '../store/open.ts'

const KEEP_AFTER_MS = 300

/** useDraft is a text field whose text survives a closed browser, by where it stands; an empty text leaves nothing behind. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const touched = useRef(false)
  useEffect(() => {
    let wanted = true
    void tabletDb().drafts.get(key).then((kept) => { if (wanted && kept && !touched.current) setText(kept.text) })
    return () => { wanted = false }
  }, [key])
  const change = useCallback((next: string): void => {
    touched.current = true
    setText(next)
    clearTimeout(timer.current)
    const { drafts } = tabletDb()
    if (next === '') void drafts.delete(key)
    else timer.current = setTimeout(() => { void drafts.put({ key, text: next, at: new Date().toISOString() }) }, KEEP_AFTER_MS)
  }, [key])
  return [text, change]
}
