'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Term } from '../../../_ui/term.tsx'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { WORD_TERMS, type WordId } from '../prepare/words.ts'
import type { EditorProps } from './editor-props.ts'
import { ClearEditor } from './edit/clear-editor.tsx'
import { DirectionEditor } from './edit/direction-editor.tsx'
import { DurationEditor } from './edit/duration-editor.tsx'
import { GateEditor } from './edit/gate-editor.tsx'
import { HoldEditor } from './edit/hold-editor.tsx'
import { LadderEditor } from './edit/ladder-editor.tsx'
import { LimitEditor } from './edit/limit-editor.tsx'
import { ModeEditor } from './edit/mode-editor.tsx'
import { NoDataEditor } from './edit/no-data-editor.tsx'
import { PointsEditor } from './edit/points-editor.tsx'
import { PriorityEditor } from './edit/priority-editor.tsx'
import { RangeEditor } from './edit/range-editor.tsx'
import { ScheduleEditor } from './edit/schedule-editor.tsx'
import { MeasureEditor } from './measure/measure-editor.tsx'
import { STRIP_ID } from './word.tsx'

function editorOf(word: WordId, props: EditorProps, onGate: () => void): ReactNode {
  switch (word) {
    case 'points': return <PointsEditor {...props} />
    case 'direction': return <DirectionEditor {...props} />
    case 'limit': return <LimitEditor {...props} onGate={onGate} />
    case 'range': return <RangeEditor {...props} />
    case 'gate': return <GateEditor {...props} />
    case 'forTime': return <HoldEditor {...props} />
    case 'keepFiring': return <DurationEditor {...props} field="keepFiringMs" />
    case 'warmup': return <DurationEditor {...props} field="warmupMs" />
    case 'ladder': return <LadderEditor {...props} />
    case 'schedule': return <ScheduleEditor {...props} />
    case 'measure': return <MeasureEditor {...props} />
    case 'clear': return <ClearEditor {...props} />
    case 'noData': return <NoDataEditor {...props} />
    case 'priority': return <PriorityEditor {...props} />
    case 'mode': return <ModeEditor {...props} />
  }
}

interface WordStripProps extends EditorProps {
  readonly word: WordId
  readonly onChoose: (word: WordId) => void
  /** Closes the strip; the caller puts the focus back on the word. */
  readonly onClose: () => void
}

/** WordStrip edits the chosen word under the sentence; Escape or "Done" leads back to it. */
export function WordStrip({ word, onChoose, onClose, ...props }: WordStripProps): ReactNode {
  const t = useTranslations('rules')
  const problemWords = useProblemWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[data-editor] :is(input, button):not([disabled])')?.focus()
  }, [word])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  // Faults of single fields stand at the fields; this is for those of the word as a whole.
  const problem = props.problems.find((one) => one.word === word && one.path.length === 1)
  return (
    <div ref={place} id={STRIP_ID} role="group" aria-label={t(`word.${word}`)} onKeyDown={onKeyDown} className="border-t border-line-soft px-4 py-3 md:px-5">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-13 font-strong"><Term term={WORD_TERMS[word]}>{t(`word.${word}`)}</Term></h2>
        <Button size="sm" onPress={onClose}>{t('edit.done')}</Button>
      </div>
      <div data-editor>{editorOf(word, props, () => { onChoose('gate') })}</div>
      {problem !== undefined && !['limit', 'clear', 'forTime', 'keepFiring', 'warmup', 'range'].includes(word) && (
        <p role="alert" className="mt-2 text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{problemWords(problem)}</p>
      )}
    </div>
  )
}
