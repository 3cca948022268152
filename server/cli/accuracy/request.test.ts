import { describe, expect, it } from 'vitest'
import { readRequest } from './request.ts'

describe('readRequest', () => {
  it.each([
    ['the rules by default', ['nab', 'data/nab']],
    ['the rules by name', ['nab', 'data/nab', '--with', 'rules']],
    ['the option first', ['--with', 'rules', 'nab', 'data/nab']],
  ])('reads %s', (_name, args) => {
    expect(readRequest(args)).toEqual({ set: 'nab', folder: 'data/nab', with: 'rules' })
  })

  it.each([
    ['a data set that only models can judge', ['cwru', 'data/cwru'], 'Judging cwru needs models, which this version does not have yet.'],
    ['it named so', ['skab', 'data/skab', '--with', 'models'], 'Judging skab with models needs models, which this version does not have yet.'],
    ['models for a set that rules can judge', ['nab', 'data/nab', '--with', 'models'], 'Judging nab with models needs models, which this version does not have yet.'],
    ['a data set that nobody knows', ['nap', 'data/nap'], 'There is no data set nap: with rules this version judges fan-uci, nab, hydraulic-zema, skab.'],
  ])('says that this version cannot judge %s', (_name, args, message) => {
    expect(() => readRequest(args)).toThrow(expect.objectContaining({ code: 'unavailable', message }))
  })

  it.each([
    ['nothing', [], 'Name a data set.'],
    ['no folder', ['nab'], 'Name one folder that holds nab.'],
    ['two folders', ['nab', 'a', 'b'], 'Name one folder that holds nab.'],
    ['another judge', ['nab', 'a', '--with', 'luck'], '--with is rules or models, not luck.'],
    ['an unknown option', ['nab', 'a', '--fast'], "Unknown option '--fast'."],
  ])('refuses %s', (_name, args, message) => {
    expect(() => readRequest(args)).toThrow(expect.objectContaining({ code: 'invalid', message: expect.stringContaining(message) }))
  })
})
