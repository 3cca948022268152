import { describe, expect, it } from 'vitest'
import { seedId } from './seed-id.ts'

describe('seedId', () => {
  it('is the version 5 UUID of the RFC: the DNS namespace and www.example.com', () => {
    expect(seedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })
})
