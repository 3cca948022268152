'use client'

import type { ReactNode } from 'react'
import { usePriorityWords } from '../_lib/words/use-words.ts'
import { PriorityMark } from './priority-mark.tsx'
import { StatusMark, type QuietStatus } from './status-mark.tsx'

interface StatusOfProps {
  readonly status: string
  readonly priority: number | null
  readonly acknowledged?: boolean
  readonly size?: number
}

const QUIET: readonly string[] = ['operating', 'standby', 'stopped', 'offline', 'unknown'] satisfies readonly QuietStatus[]
const isQuiet = (status: string): status is QuietStatus => QUIET.includes(status)

/** StatusOf is a machine's mark: its alarm's priority, else the grey shape of its status. */
export function StatusOf({ status, priority, acknowledged = false, size = 18 }: StatusOfProps): ReactNode {
  const words = usePriorityWords()
  return priority === null
    ? <StatusMark status={isQuiet(status) ? status : 'unknown'} />
    : <PriorityMark priority={priority} acknowledged={acknowledged} size={size} label={words(priority, acknowledged)} />
}
