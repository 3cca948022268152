import type { Severity } from '#server/core/system/health.ts'
import type { TermKey } from '../../../_ui/term.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Health is what the server says of the installation. */
export type Health = Outputs['system']['health']

/** Sentence is one thing that is well or not. */
export type Sentence = Health['sentences'][number]

/** Headline is the page's title: how many things need somebody, or how many remarks there are. */
export interface Headline {
  readonly key: Severity
  readonly count: number
}

/** headlineOf sums up the sentences by the worst of them; count is how many are that bad. */
export function headlineOf(sentences: readonly Sentence[]): Headline {
  const worst = (['bad', 'notice'] as const).find((severity) => sentences.some((sentence) => sentence.severity === severity)) ?? 'ok'
  return { key: worst, count: sentences.filter((sentence) => sentence.severity === worst).length }
}

/** nameOf is what a sentence is about: the middle of its key "system.<name>.<severity>". */
const nameOf = (key: string): string => key.split('.')[1] ?? ''

const TERMS: Readonly<Record<string, TermKey>> = {
  worker: 'worker', gateway: 'gateway', inbox: 'batch', rollUp: 'rollUp', deadLetters: 'deadLetter', partitions: 'partition', queue: 'queue', sourceClock: 'skew',
}

/** termOf is the term that a sentence uses and a newcomer may not know, null when it uses none. */
export const termOf = (key: string): TermKey | null => TERMS[nameOf(key)] ?? null

/** isAboutSources tells whether the page of the sources shows more. */
export const isAboutSources = (key: string): boolean => /^(source|noSources)/.test(nameOf(key))
