import { describe, expect, it } from 'vitest'
import { permitActs } from './permit-acts.ts'
import type { Permit } from './view.ts'

const permit = (status: Permit['status'], kind: Permit['kind'] = 'hot-work') => ({ status, kind, performer: { id: 'tom', name: 'Tom' } })
const supervisor = { execute: true, override: true, issue: true, overrule: false }
const technician = { execute: true, override: false, issue: false, overrule: false }

describe('permitActs', () => {
  it.each([
    ['who works under it', permit('issued'), 'tom', technician, ['gasTest', 'suspend', 'handBack']],
    ['another technician', permit('issued'), 'sue', technician, ['gasTest', 'suspend']],
    ['the issuer', permit('issued'), 'kim', supervisor, ['gasTest', 'suspend', 'extend', 'close']],
    ['the issuer of a suspended one', permit('suspended'), 'kim', supervisor, ['gasTest', 'resume', 'extend', 'close']],
    ['a supervisor who works under it', permit('suspended'), 'tom', supervisor, ['gasTest', 'handBack']],
    ['the issuer once it was handed back', permit('handed-back'), 'kim', supervisor, ['close']],
    ['anybody once it is closed', permit('closed'), 'kim', supervisor, []],
    ['a kind without gas tests', permit('issued', 'height'), 'tom', technician, ['suspend', 'handBack']],
  ] as const)('%s', (_name, one, person, may, acts) => { expect(permitActs(one, person, may)).toEqual(acts) })
})
