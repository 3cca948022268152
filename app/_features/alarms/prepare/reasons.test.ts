import { expect, it } from 'vitest'
import { TRANSITION_REASONS } from '#server/core/condition/types.ts'
import { messages as de } from '../../../_lib/messages/de/index.ts'
import { messages as en } from '../../../_lib/messages/en/index.ts'

it.each([['English', en], ['German', de]] as const)('every reason why a phase changes has words of its own in %s', (_language, { alarms }) => {
  const words: Readonly<Record<string, string>> = alarms.phases.reason
  const said = TRANSITION_REASONS.map((reason) => words[reason])
  expect(TRANSITION_REASONS.filter((reason) => !words[reason])).toEqual([])
  expect(new Set(said).size).toBe(said.length)
})
