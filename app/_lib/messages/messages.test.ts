import { describe, expect, it } from 'vitest'
import { messages as deTablet } from './de/for-tablet.ts'
import { messages as de } from './de/index.ts'
import { messages as enTablet } from './en/for-tablet.ts'
import { messages as en } from './en/index.ts'

/** Every text by its path. */
const flat = (tree: object, path = ''): Map<string, string> =>
  new Map(Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value as object, `${path}${key}.`)]))

const argumentsOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort()

describe.each([['messages', en, de], ['messages of the tablet', enTablet, deTablet]])('%s', (_, reference, translated) => {
  const english = flat(reference)
  const german = flat(translated)

  it('have the same keys in every language', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take the same arguments in every language', () => {
    const different = [...english].filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(german.get(key) ?? '').join()).map(([key]) => key)
    expect(different).toEqual([])
  })

  it('are never empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})
