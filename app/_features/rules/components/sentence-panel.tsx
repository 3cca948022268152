'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { useMay } from '../../../_lib/me/use-me.ts'
import type { Draft } from '../hooks/use-draft.ts'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { useScopeWords } from '../hooks/use-scope-words.ts'
import { vocabularyOf, type RuleView } from '../prepare/rule.ts'
import type { Preview } from '../prepare/summary.ts'
import { wordsOf, type Problem, type WordId } from '../prepare/words.ts'
import { Sentence } from './sentence.tsx'
import { wordElementId } from './word.tsx'
import { WordStrip } from './word-strip.tsx'

interface SentencePanelProps {
  readonly rule: RuleView
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly preview: Preview | null
}

/** SentencePanel is the rule's sentence, the strip that edits its chosen word, what does not fit, and that Millwright only advises. */
export function SentencePanel({ rule, draft, problems, preview }: SentencePanelProps): ReactNode {
  const t = useTranslations('rules')
  const may = useMay()
  const scope = useScopeWords()
  const problemWords = useProblemWords()
  const [asked, setAsked] = useState<WordId | null>(null)
  const { definition } = draft
  // A word may go while it is edited: bands given up leave the plain limit behind.
  const chosen = asked === 'gate' && definition.gate === null && definition.direction !== 'outside' ? 'limit' : asked
  const word = chosen !== null && wordsOf(definition).includes(chosen) ? chosen : null
  const close = (): void => {
    setAsked(null)
    if (word !== null) document.getElementById(wordElementId(word))?.focus()
  }
  const { edit } = rule.allowed
  return (
    <section aria-label={rule.name} className="rounded-lg border border-line bg-surface">
      <div className="px-4 py-3 md:px-5 md:py-4">
        <Sentence
          definition={definition} vocabulary={vocabularyOf(rule)} scope={scope(rule)} problems={problems} chosen={word}
          onChoose={edit ? (id) => { setAsked(id === word ? null : id) } : null}
        />
      </div>
      {edit && word !== null && (
        <WordStrip
          word={word} definition={definition} change={draft.change} problems={problems} vocabulary={vocabularyOf(rule)} preview={preview}
          onChoose={setAsked} onClose={close}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line-soft px-4 py-2 text-12 text-fg-2 md:px-5">
        {problems.length === 0
          ? <p>{edit ? word === null && t('edit.choose') : t(may('rule.edit') ? 'edit.readOnlyScope' : 'edit.readOnly')}</p>
          : (
              <div role="status" className="flex flex-wrap items-center gap-x-2 text-fg">
                <span className="font-mid before:me-1.5 before:font-strong before:content-['!']">{t('problem.count', { count: new Set(problems.map((problem) => problem.word)).size })}</span>
                {problems.slice(0, 3).map((problem) => (
                  <Button key={`${problem.path.join('.')} ${problem.message}`} size="sm" variant="quiet" className="!justify-start text-start !whitespace-normal underline" onPress={() => { setAsked(problem.word) }}>{problemWords(problem)}</Button>
                ))}
              </div>
            )}
        <p>{t('edit.advice')}</p>
      </div>
    </section>
  )
}
