import { expect, test } from 'vitest'
import { partByNumber, partsLike } from './find-part.ts'

const part = (number: string, name: string, bin: string | null = null) => ({ id: number, number, name, unit: 'pcs', bin })
const PARTS = [part('P-10', 'V-belt', 'A-02'), part('P-1', 'Lip seal', 'B-01'), part('P-11', 'Öl VG 220', 'OIL-1'), part('X-9', 'Seal kit for P-1')]

test.each([
  { name: 'nothing typed finds nothing', text: '  ', found: [] },
  { name: 'the number itself comes first', text: 'p-1', found: ['P-1', 'P-10', 'P-11', 'X-9'] },
  { name: 'by name, without its signs', text: 'ol vg', found: ['P-11'] },
  { name: 'by bin', text: 'a-02', found: ['P-10'] },
  { name: 'every word counts', text: 'seal b-01', found: ['P-1'] },
  { name: 'what is not there', text: 'gasket', found: [] },
])('$name', ({ text, found }) => { expect(partsLike(PARTS, text).map(({ number }) => number)).toEqual(found) })

test('never more than seven', () => { expect(partsLike(Array.from({ length: 20 }, (_, i) => part(`P-${i}`, 'bolt')), 'bolt')).toHaveLength(7) })

test('a code is one part by its whole number, in whatever case', () => {
  expect(partByNumber(PARTS, ' p-1 ')?.name).toBe('Lip seal')
  expect(partByNumber(PARTS, 'P-')).toBeUndefined()
})
