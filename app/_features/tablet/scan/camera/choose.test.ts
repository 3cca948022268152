import { describe, expect, it } from 'vitest'
import { inOrder, type SeenCode } from './choose.ts'

const at = (rawValue: string, x: number, y = 240): SeenCode => ({ rawValue, boundingBox: { x: x - 20, y: y - 20, width: 40, height: 40 } })
const PICTURE = { width: 640, height: 480 }

describe('inOrder', () => {
  it.each([
    ['nothing', [], []],
    ['the one in the middle', [at('A-1', 30), at('A-2', 330), at('A-3', 600)], ['A-2', 'A-3', 'A-1']],
    ['ours at the edge before a maker\'s in the middle', [at('4006381333931', 320), at('https://x/m/a/CT-301', 600)], ['https://x/m/a/CT-301', '4006381333931']],
    ['of two of ours the nearer', [at('/m/a/A', 100), at('/m/a/B', 300)], ['/m/a/B', '/m/a/A']],
    ['the same text once', [at('A', 100), at('A', 300)], ['A']],
  ])('%s', (_, seen, expected) => {
    expect(inOrder(seen, PICTURE)).toEqual(expected)
  })
})
