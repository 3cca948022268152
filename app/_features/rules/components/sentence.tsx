'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { useRuleWords } from '../hooks/use-rule-words.ts'
import { modeNamed, pointNamed, type Definition, type Vocabulary } from '../prepare/rule.ts'
import type { Problem, WordId } from '../prepare/words.ts'
import { Word } from './word.tsx'

interface SentenceProps {
  readonly definition: Definition
  readonly vocabulary: Vocabulary
  /** Whom it concerns, in words. */
  readonly scope: string
  readonly problems: readonly Problem[]
  readonly chosen: WordId | null
  readonly onChoose: ((id: WordId) => void) | null
}

type Tags = Readonly<Record<WordId, (chunks: ReactNode) => ReactNode>>

/** Sentence is the rule as one sentence with words that can be changed. */
export function Sentence({ definition, vocabulary, scope, problems, chosen, onChoose }: SentenceProps): ReactNode {
  const t = useTranslations('rules.sentence')
  const measure = useTranslations('rules.measure.name')
  const words = useRuleWords()
  const server = useServerWords()
  const problemWords = useProblemWords()
  const word = (id: WordId) => function tag(chunks: ReactNode): ReactNode {
    const problem = problems.find((one) => one.word === id)
    return <Word key={id} id={id} isChosen={chosen === id} problem={problem === undefined ? null : problemWords(problem)} onChoose={onChoose}>{chunks}</Word>
  }
  const tags: Tags = {
    points: word('points'), direction: word('direction'), limit: word('limit'), range: word('range'), gate: word('gate'), forTime: word('forTime'), priority: word('priority'),
    mode: word('mode'), ladder: word('ladder'), clear: word('clear'), keepFiring: word('keepFiring'), warmup: word('warmup'), schedule: word('schedule'), noData: word('noData'),
    measure: word('measure'),
  }
  const { direction, gate, forMs, keepFiringMs, warmupMs, noData, clear } = definition
  const own = hasOwnLimit(definition)
  const { kind } = definition.measure
  const when = kind === 'silence' ? 'silent' : own ? 'decided' : direction === 'outside' ? 'outside' : gate === null ? direction : direction === 'above' ? 'aboveByGate' : 'belowByGate'
  const limit = direction === 'outside'
    ? `${kind === 'stuck' ? words.limit(definition.low, definition, vocabulary) : words.value(definition.low ?? Number.NaN, '')} – ${words.limit(definition.high, definition, vocabulary)}`
    : gate !== null ? pointNamed(vocabulary, gate.point).name : words.limit(definition.limit, definition, vocabulary)
  const mode = modeNamed(vocabulary, definition.failureMode, server.mode)
  const levels = words.clauses('levels', definition, vocabulary)
  const times = words.clauses('schedule', definition, vocabulary)
  const settings = words.clauses('measure', definition, vocabulary)
  const given = (ms: number): string => (ms === 0 ? 'no' : 'yes')
  return (
    <p className="max-w-[1120px] text-20 leading-[38px] text-pretty text-fg-2 max-md:text-16 max-md:leading-[34px]">
      {t.rich(when, {
        ...tags, scope, limitText: limit,
        pointNames: definition.points.length === 0 ? t('missing') : words.subject(definition, vocabulary),
        held: definition.hold === null ? given(forMs) : 'count', duration: definition.hold === null ? words.duration(forMs) : words.held(definition, vocabulary),
        level: words.priority(definition.priority), named: mode === null ? 'no' : 'yes', modeName: mode ?? '',
      })}{' '}
      {kind !== 'silence' && (
        <>
          {!own && direction !== 'outside' && <>{t.rich('ladder', { ...tags, count: definition.ladder.length, levels })}{' '}</>}
          {direction !== 'outside' && gate === null && !own
            ? t.rich('over', { ...tags, cleared: clear === null ? 'no' : 'yes', clearText: words.limit(clear, definition, vocabulary), kept: given(keepFiringMs), duration: words.duration(keepFiringMs) })
            : t.rich(own ? 'overDecided' : 'overFree', { ...tags, kept: given(keepFiringMs), duration: words.duration(keepFiringMs) })}{' '}
          {t.rich('warmup', { ...tags, warm: given(warmupMs), duration: words.duration(warmupMs), timed: times === '' ? 'no' : 'yes', times })}{' '}
        </>
      )}
      {t.rich('noData', {
        ...tags, policy: noData.policy, timed: noData.policy === 'keep' || noData.afterMs === null ? 'no' : 'yes', duration: words.duration(noData.afterMs ?? 0),
      })}{' '}
      {t.rich('measure', { ...tags, what: measure(kind), settled: settings === '' ? 'no' : 'yes', settings })}
    </p>
  )
}
