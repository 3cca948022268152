import { describe, expect, it } from 'vitest'
import { codeOf, found, type AbilitiesView } from './abilities.ts'

const person = (name: string, skills: string[] = [], areas: string[] = []) => ({ id: name, name, skills, areas, mayEdit: true })
const VIEW: AbilitiesView = {
  mayEditSkills: true, modes: [], skills: [{ id: 'v', code: 'V', name: 'Vibration', failureModes: ['VIB'] }], areas: [{ id: 'c', siteId: 's', tag: 'COOL', name: 'Cooling' }],
  people: [person('Ali'), person('Eva', ['v']), person('Tom', [], ['c'])],
}

describe('found', () => {
  it.each([
    ['nothing typed: who can do something first', '', ['Eva', 'Tom', 'Ali']],
    ['a part of a name', 'al', ['Ali']],
    ['a skill', 'VIBR', ['Eva']],
    ['an area by its tag', 'cool', ['Tom']],
    ['words that nobody has together', 'eva cool', []],
  ])('%s', (_, words, names) => {
    expect(found(VIEW, words).map(({ name }) => name)).toEqual(names)
  })
})

describe('codeOf', () => {
  it.each([['Electric drives', 'ELECTRIC-DRIVES'], ['  Öl & Schmierung ', 'O-L-SCHMIERUNG'], ['', '']])('%s', (name, code) => {
    expect(codeOf(name)).toBe(code)
  })
})
