'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newId } from '../../../_lib/ids.ts'
import { NotSent, sendFile } from '../../../_lib/uploads/send-file.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { kindOf } from '../prepare/files.ts'

/** Sending is a file on its way: how much of it has arrived (0 to 1), or why it was not taken. */
export interface Sending {
  readonly id: string
  readonly name: string
  readonly share: number
  readonly error: string | null
  /** The connection broke: trying again goes on where it was. */
  readonly broken: boolean
}

/** Uploads are the files on their way, and what can be done about them. */
export interface Uploads {
  readonly sending: readonly Sending[]
  readonly add: (files: readonly File[]) => void
  /** Stops a file, or takes a refused one off the list. */
  readonly drop: (id: string) => void
  readonly again: (id: string) => void
}

/** useUploads sends files one after the other and hands each over when the server has it in full. */
export function useUploads(onArrived: (id: string) => void): Uploads {
  const t = useTranslations('workOrder.files')
  const { says } = useServerWords()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const files = useRef(new Map<string, { readonly file: File; readonly stop: AbortController }>())
  const turn = useRef<Promise<void>>(Promise.resolve())

  const change = (id: string, to: Partial<Sending>): void => { setSending((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one))) }
  const forget = (id: string): void => {
    files.current.delete(id)
    setSending((all) => all.filter((one) => one.id !== id))
  }
  const send = async (id: string): Promise<void> => {
    const known = files.current.get(id)
    if (!known) return
    const { file, stop } = known
    try {
      const takenAt = file.lastModified > 0 ? new Date(file.lastModified).toISOString() : null
      await sendFile({ id, kind: kindOf(file.type), name: file.name, blob: file, takenAt }, (share) => { change(id, { share }) }, stop.signal)
      onArrived(id)
      forget(id)
    } catch (error) {
      // Stopped by hand: it is off the list already.
      if (stop.signal.aborted) return
      const broken = !(error instanceof NotSent) || error.broken
      change(id, { broken, error: broken ? t('broken') : says(error.text, error.message) })
    }
  }
  const queue = (id: string): void => { turn.current = turn.current.then(() => send(id)) }

  return {
    sending,
    add: (chosen) => {
      for (const file of chosen) {
        const id = newId()
        files.current.set(id, { file, stop: new AbortController() })
        setSending((all) => [...all, { id, name: file.name, share: 0, error: null, broken: false }])
        queue(id)
      }
    },
    drop: (id) => {
      files.current.get(id)?.stop.abort()
      forget(id)
    },
    again: (id) => {
      const known = files.current.get(id)
      if (!known) return
      files.current.set(id, { file: known.file, stop: new AbortController() })
      change(id, { error: null, broken: false })
      queue(id)
    },
  }
}
