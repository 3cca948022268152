import { expect, it } from 'vitest'
import { otherAnswers } from './answers.ts'

const given = (id: string, person: string, value: number | null, late = false) =>
  ({ id, by: { id: person, name: person.toUpperCase() }, at: id, answer: value === null ? null : { value, failed: false }, late })
const others = (answers: ReturnType<typeof given>[], value: number | null, doneBy: string | null) =>
  otherAnswers({ answer: value === null ? null : { value, failed: false }, doneBy, answers }).map((one) => [one.by, one.value])

it.each([
  ['nobody else answered', [given('1', 'a', 5)], 5, 'a', []],
  ['both said the same', [given('1', 'a', 5), given('2', 'b', 5)], 5, 'b', []],
  ['another said something else', [given('1', 'a', 4), given('2', 'b', 5)], 5, 'b', [['A', 4]]],
  ['one changed his own mind', [given('1', 'a', 4), given('2', 'a', 5)], 5, 'a', []],
  ['one of his own came late', [given('1', 'a', 5), given('2', 'a', 6, true)], 5, 'a', [['A', 6]]],
  ['another took it back', [given('1', 'a', null), given('2', 'b', 5)], 5, 'b', [['A', null]]],
  ['the newest first', [given('1', 'a', 1), given('2', 'c', 2), given('3', 'b', 5)], 5, 'b', [['C', 2], ['A', 1]]],
] as const)('%s', (_name, answers, value, doneBy, expected) => {
  expect(others([...answers], value, doneBy)).toEqual(expected)
})
