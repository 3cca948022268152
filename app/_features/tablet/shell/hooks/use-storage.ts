'use client'

import { useEffect, useState } from 'react'
import { readStorage, type StorageFacts } from '../storage.ts'

const manager = (): StorageManager | undefined => (navigator as { readonly storage?: StorageManager }).storage

/** useStorage gives what the browser says about the space here, null until it has, and a function that asks it to keep the data; that gives whether it agreed. */
export function useStorage(): { readonly facts: StorageFacts | null; readonly keep: () => Promise<boolean> } {
  const [facts, setFacts] = useState<StorageFacts | null>(null)
  useEffect(() => {
    let wanted = true
    void readStorage(manager()).then((found) => { if (wanted) setFacts(found) })
    return () => { wanted = false }
  }, [])
  return {
    facts,
    keep: async () => {
      const agreed = (await manager()?.persist?.()) ?? false
      setFacts(await readStorage(manager()))
      return agreed
    },
  }
}
