'use client'

import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../../_ui/cx.ts'
import { Term } from '../../../_ui/term.tsx'
import { WORD_TERMS, type WordId } from '../prepare/words.ts'

interface WordProps {
  readonly id: WordId
  readonly isChosen: boolean
  /** What does not fit about it, null when it does. */
  readonly problem: string | null
  /** Null for those who may only read: the word is explained instead of changed. */
  readonly onChoose: ((id: WordId) => void) | null
  readonly children: ReactNode
}

/** STRIP_ID is the element in which the chosen word is edited. */
export const STRIP_ID = 'rule-word-editor'

/** wordElementId is where a word stands in the sentence, to go back to it after editing. */
export const wordElementId = (id: WordId): string => `rule-word-${id}`

/** Word is a word of the rule's sentence: chosen, it is edited in the strip below; what does not fit is marked and said. */
export function Word({ id, isChosen, problem, onChoose, children }: WordProps): ReactNode {
  if (onChoose === null) return <b className="font-mid text-fg"><Term term={WORD_TERMS[id]}>{children}</Term></b>
  return (
    <Button
      id={wordElementId(id)} aria-expanded={isChosen} onPress={() => { onChoose(id) }}
      {...(isChosen ? { 'aria-controls': STRIP_ID } : {})}
      className={cx(
        '-mx-0.5 inline rounded-sm px-1 text-start leading-[inherit] font-mid underline decoration-1 underline-offset-[6px] hover:bg-g3',
        isChosen ? 'bg-accent-soft text-accent-text decoration-solid decoration-accent-text' : 'text-fg decoration-g8 decoration-dashed',
        problem !== null && '!decoration-g12 !decoration-2 !decoration-solid',
      )}
    >
      {problem !== null && <span aria-hidden className="me-1 font-strong">!</span>}
      {children}
      {problem !== null && <span className="sr-only">{` (${problem})`}</span>}
    </Button>
  )
}
