import { describe, expect, it } from 'vitest'
import { FORMATS, formatOf, pagesOf, PAPER_MM } from './sheet.ts'

describe('FORMATS', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))('%s lies on its paper and no label on another', (_, format) => {
    const [width, height] = PAPER_MM[format.paper]
    expect(format.left + (format.columns - 1) * format.stepX + format.width).toBeLessThanOrEqual(width)
    expect(format.top + (format.rows - 1) * format.stepY + format.height).toBeLessThanOrEqual(height)
    expect(format.stepX).toBeGreaterThanOrEqual(format.width)
    expect(format.stepY).toBeGreaterThanOrEqual(format.height)
  })
})

describe('formatOf', () => {
  it.each([['a4', '70x37', '70x37'], ['a4', '66.7x25.4', '63.5x38.1'], ['letter', null, '66.7x25.4']] as const)('%s %s is %s', (paper, id, got) => {
    expect(formatOf(paper, id).id).toBe(got)
  })
})

describe('pagesOf', () => {
  const format = formatOf('a4', '63.5x38.1')
  it.each([
    ['nothing', 0, 0, []], ['one', 1, 0, [1]], ['a full page', 21, 0, [21]], ['one more', 22, 0, [21, 1]],
    ['two, with twenty used', 2, 20, [1, 1]], ['all but one used, asked for more than there are', 1, 99, [1]], ['a senseless number', 1, -3, [1]],
  ])('%s', (_, count, used, expected) => {
    expect(pagesOf(format, count, used).map((page) => page.length)).toEqual(expected)
  })
  it('goes row by row, from the first label that is left', () => {
    expect(pagesOf(format, 3, 2)[0]).toEqual([{ left: 139.2, top: 15.1, index: 0 }, { left: 7.2, top: 53.2, index: 1 }, { left: 73.2, top: 53.2, index: 2 }])
  })
})
