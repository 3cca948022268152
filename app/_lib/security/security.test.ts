import { describe, expect, it, test } from 'vitest'
import { safeNext, signInHref } from './next-href.ts'
import { contentSecurityPolicy, pageKind } from './policy.ts'

describe('safeNext', () => {
  it.each([
    ['a path', '/work-orders/WO-000431?tab=history', '/work-orders/WO-000431?tab=history'],
    ['another site', 'https://example.org', '/'],
    ['another site without a scheme', '//example.org', '/'],
    ['a backslash that browsers read as a slash', '/\\example.org', '/'],
    ['the sign-in page itself', '/sign-in?next=/x', '/'],
    ['nothing', null, '/'],
  ])('%s', (_name, next, expected) => {
    expect(safeNext(next)).toBe(expected)
  })
  it('survives the way through an address', () => {
    expect(new URL(signInHref('/assets?q=a&b=c'), 'http://x').searchParams.get('next')).toBe('/assets?q=a&b=c')
  })
})

describe('contentSecurityPolicy', () => {
  it('allows scripts by nonce only, and eval only while developing', () => {
    expect(contentSecurityPolicy('abc', false, 'other')).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic';`)
    expect(contentSecurityPolicy('abc', false, 'other')).not.toContain('unsafe-eval')
    expect(contentSecurityPolicy('abc', true, 'other')).toContain(`'unsafe-eval'`)
  })
  it('allows WebAssembly, and no eval, on the tablet only', () => {
    expect(contentSecurityPolicy('abc', false, 'tablet')).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval';`)
  })
})

test.each([['/m', 'tablet'], ['/m/scan', 'tablet'], ['/', 'other'], ['/maps', 'other'], ['/work-orders/m/1', 'other']])('%s is a page of the kind %s', (path, kind) => {
  expect(pageKind(path)).toBe(kind)
})
