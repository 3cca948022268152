'use client'

import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { useAlarmWords, type NamedAlarm } from '../hooks/use-alarm-words.ts'

interface AlarmNameProps {
  readonly alarm: NamedAlarm & { readonly ruleName: string | null; readonly priority?: number }
  /** The episode that opens when it is chosen; without one it is only named. */
  readonly id: string | null
  readonly onChoose: (id: string) => void
}

/** AlarmName is an alarm in a table: its mark in grey, the machine, what is wrong; it opens the reason why. */
export function AlarmName({ alarm, id, onChoose }: AlarmNameProps): ReactNode {
  const { what } = useAlarmWords()
  const words = usePriorityWords()
  const name = <><b className="font-strong">{alarm.asset.tag}</b> {what(alarm, alarm.ruleName)}</>
  return (
    <span className="flex items-center gap-2">
      {alarm.priority !== undefined && <PriorityMark quiet priority={alarm.priority} size={16} label={words(alarm.priority)} className="shrink-0" />}
      {id === null ? <span>{name}</span> : <Button onPress={() => { onChoose(id) }} className="touch rounded-sm text-start underline decoration-g7 underline-offset-2 hover:bg-g3">{name}</Button>}
    </span>
  )
}
