import { describe, expect, it } from 'vitest'
import { FORMATS } from '#server/core/labels/sheet.ts'
import { fit, layoutOf } from './label-layout.ts'

describe('fit', () => {
  const place = { width: 40, height: 10, largest: 20, smallest: 6 }
  it.each([
    ['a short tag is large', 'CT-1', 20], ['a longer one is smaller, in two lines', 'HPU-201-MOTOR-A', 12],
  ])('%s', (_, text, pt) => {
    expect(fit(text, place)).toEqual({ text, pt })
  })
  it('a text that fits at no size ends in an ellipsis', () => {
    const { text, pt } = fit('Hydraulikdruckspeicherüberwachungseinrichtung '.repeat(6), place)
    expect(pt).toBe(6)
    expect(text).toMatch(/^Hydraulik.*…$/)
  })
})

describe('layoutOf', () => {
  const words = { name: 'HPU-201', title: 'Hydraulikaggregat der Ziehpresse', says: 'Mit dem Tablet scannen' }
  it.each(FORMATS.flatMap((format) => (['qr', 'datamatrix', 'code128'] as const).map((symbology) => [format.id, symbology, format] as const)))('%s with %s stays on its label', (_, symbology, format) => {
    const { beside, code, name, title, says } = layoutOf(format, symbology, words)
    expect(code.height).toBeLessThanOrEqual(format.height - 5)
    expect(code.width).toBeLessThanOrEqual(format.width - 5)
    // Each is in one line here, so the words are as high as their sizes together.
    const high = [name, title, says].reduce((sum, { pt }) => sum + pt * 1.18 * 0.3528, 0)
    expect(high + (beside ? 0 : code.height + 1)).toBeLessThanOrEqual(format.height - 5)
    expect([name.text, title.text, says.text]).toEqual([words.name, words.title, words.says])
  })
})
