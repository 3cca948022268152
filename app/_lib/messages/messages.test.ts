import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '#server/core/people/locales.ts'
import { messages as englishTablet } from './en/for-tablet.ts'
import { messages as english } from './en/index.ts'
import englishPlain from './en/public.json'

/** Every text by its path. */
const flat = (tree: object, path = ''): Map<string, string> =>
  new Map(Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value as object, `${path}${key}.`)]))

/** What a text takes: its arguments with their kind, its tags, and the cases of a choice that the program asks for by name. */
function takes(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...takes(element.children)]
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [`{${element.value}}`]
    const inside = Object.values(element.options).flatMap((option) => takes(option.value))
    return [`{${element.value}}`, ...(element.type === TYPE.select ? Object.keys(element.options).map((name) => `{${element.value}: ${name}}`) : []), ...inside]
  })
}

/** Where they differ; a translation may choose between words where English need not. */
function differs(english: string, translated: string): string[] {
  const [wanted, got] = [english, translated].map((text) => new Set(takes(parse(text)))) as [Set<string>, Set<string>]
  return [...[...wanted].filter((one) => !got.has(one)).map((one) => `misses ${one}`), ...[...got].filter((one) => !wanted.has(one) && !one.includes(': ')).map((one) => `has ${one}`)]
}

const load = async (locale: string): Promise<{ desk: object; tablet: object; plain: object }> => {
  const [desk, tablet, plain] = await Promise.all([import(`./${locale}/index.ts`), import(`./${locale}/for-tablet.ts`), import(`./${locale}/public.json`)]) as [{ messages: object }, { messages: object }, { default: object }]
  return { desk: desk.messages, tablet: tablet.messages, plain: plain.default }
}

describe.each(LOCALES)('the messages in %s', async (locale) => {
  const { desk, tablet, plain } = await load(locale)

  describe.each([['desk', english, desk], ['tablet', englishTablet, tablet], ['plain pages', englishPlain, plain]])('of the %s', (_, reference, translated) => {
    const source = flat(reference)
    const target = flat(translated)

    it('have the same keys as English', () => {
      expect([...target.keys()].sort()).toEqual([...source.keys()].sort())
    })

    it('take the same arguments, tags and choices', () => {
      const different = [...source].map(([key, text]) => [key, ...differs(text, target.get(key) ?? text)]).filter(([, ...problems]) => problems.length > 0)
      expect(different).toEqual([])
    })

    it('are never empty', () => {
      expect([...target].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
    })
  })
})
