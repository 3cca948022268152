import { describe, expect, it } from 'vitest'
import { moved, newEnergy } from './edit-plan.ts'

const named = (id: string) => ({ ...newEnergy([]), id })

describe('newEnergy', () => {
  it('takes a name that is free', () => {
    expect(newEnergy([]).id).toBe('e1')
    expect(newEnergy([named('e1')]).id).toBe('e2')
    expect(newEnergy([named('e2')]).id).toBe('e3')
  })
})

describe('moved', () => {
  it('lets one change places with the one before it', () => {
    const all = ['a', 'b', 'c'].map(named)
    expect(moved(all, 2).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(moved(all, 0).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})
