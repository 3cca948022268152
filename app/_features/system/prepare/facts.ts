import type { TermKey } from '../../../_ui/term.tsx'
import type { Health } from './health.ts'

/** FactKey names a figure about the system. */
export type FactKey = 'sources' | 'waiting' | 'oldest' | 'givenUp' | 'daysAhead' | 'clock' | 'database' | 'disk'

/** Fact is one figure with its unit (empty for a count) and the term that explains it. */
export interface Fact {
  readonly key: FactKey
  readonly value: number
  readonly unit: string
  readonly term: TermKey | null
}

const STEPS = [['GiB', 1024 ** 3], ['MiB', 1024 ** 2], ['KiB', 1024]] as const

/** sizeOf puts bytes into the largest binary unit that leaves a number of at least one. */
export function sizeOf(bytes: number): { readonly value: number; readonly unit: string } {
  const [unit, size] = STEPS.find(([, step]) => bytes >= step) ?? ['B', 1]
  return { value: bytes / size, unit }
}

/** factsOf lists the figures behind the sentences; ages in seconds, the clock's difference in milliseconds. */
export function factsOf(facts: Health['facts']): readonly Fact[] {
  return [
    { key: 'sources', value: facts.sources, unit: '', term: 'source' },
    { key: 'waiting', value: facts.inboxCount, unit: '', term: 'batch' },
    { key: 'oldest', value: (facts.inboxAgeMs ?? 0) / 1000, unit: 's', term: null },
    { key: 'givenUp', value: facts.deadLetters24h, unit: '', term: 'deadLetter' },
    { key: 'daysAhead', value: facts.partitionsAhead, unit: '', term: 'partition' },
    { key: 'clock', value: Math.abs(Math.round(facts.clockSkewMs)), unit: 'ms', term: null },
    { key: 'database', ...sizeOf(facts.databaseBytes), term: null },
    { key: 'disk', ...sizeOf(facts.diskFreeBytes), term: null },
  ]
}
