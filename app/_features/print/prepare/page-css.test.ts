import { describe, expect, it, test } from 'vitest'
import { cssString, pageCss } from './page-css.ts'

test.each([
  ['WO-000431', '"WO-000431"'],
  ['a "quoted" name', '"a \\22 quoted\\22  name"'],
  ['</style><b>', '"\\3c /style\\3e \\3c b\\3e "'],
  ['back\\slash', '"back\\5c slash"'],
  ['two\nlines', '"two\\a lines"'],
])('cssString writes %j so that it stays a string', (text, css) => expect(cssString(text)).toBe(css))

describe('pageCss', () => {
  it('numbers the pages of what carries text', () => {
    const css = pageCss('letter', { head: 'WO-1', foot: 'printed' })
    expect(css).toContain('size: letter portrait')
    expect(css).toContain('content: counter(page) " / " counter(pages)')
  })
  it('leaves the whole paper to labels', () => {
    expect(pageCss('a4', null)).toBe('@page { size: A4 portrait; margin: 0 }')
  })
})
