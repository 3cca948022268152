import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { SAMPLE_LIMITS, sampleOf } from './sample.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const ofJson = (value: unknown) => sampleOf(bytes(JSON.stringify(value)))

describe('sampleOf', () => {
  it('keeps a small message as it is', () => {
    expect(ofJson({ ts: 1, v: [1.5, null, true, 'x'] })).toEqual({ text: '{"ts":1,"v":[1.5,null,true,"x"]}', json: true, cut: false })
  })

  it('shows what is not JSON as text', () => {
    expect(sampleOf(bytes('21.5 °C'))).toEqual({ text: '21.5 °C', json: false, cut: false })
    expect(sampleOf(bytes('a\u0000b')).text).toBe('a�b')
    expect(sampleOf(Uint8Array.of(0xff, 0xfe)).json).toBe(false)
  })

  it('cuts long lists at their end, so that what is shown keeps its place', () => {
    const { text, cut } = ofJson(Array.from({ length: 1000 }, (_, index) => index))
    expect(cut).toBe(true)
    expect(JSON.parse(text)).toEqual(Array.from({ length: SAMPLE_LIMITS.leaves }, (_, index) => index))
  })

  it.each<[string, unknown]>([
    ['long texts', { t: 'x'.repeat(500) }],
    ['long names', { ['n'.repeat(200)]: 1, ok: 2 }],
    ['what lies deep', JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`)],
  ])('cuts %s', (_, value) => {
    const sample = ofJson(value)
    expect(sample).toMatchObject({ json: true, cut: true })
    expect(sample.text.length).toBeLessThan(400)
  })

  it('does not read what is too long', () => {
    const sample = sampleOf(bytes(`"${'x'.repeat(SAMPLE_LIMITS.bytes)}"`))
    expect(sample).toMatchObject({ json: false, cut: true })
    expect(sample.text).toHaveLength(SAMPLE_LIMITS.plain)
  })
})

test('whatever comes, little is kept, and it says when something is missing', () => {
  const most = SAMPLE_LIMITS.leaves * (2 * (SAMPLE_LIMITS.name + SAMPLE_LIMITS.text) * 6)
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
    const sample = ofJson(value)
    expect(sample.text.length).toBeLessThanOrEqual(most)
    if (!sample.cut) expect(JSON.parse(sample.text)).toEqual(JSON.parse(JSON.stringify(value)))
  }))
})
