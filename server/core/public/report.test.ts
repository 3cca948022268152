import { describe, expect, it } from 'vitest'
import { joins, readReport, reportPriority, reportTitle, sameMachine, type ReportValues } from './report.ts'

const whole: ReportValues = { said: 'Oil under the pump', machine: 'HPU-201', stopped: 'yes', danger: 'no', name: 'Shift B', contact: '+49 30 1234' }

describe('readReport', () => {
  it.each<[string, ReportValues, object]>([
    ['reads every field', {}, { said: 'Oil under the pump', machine: 'HPU-201', stopped: true, danger: false, name: 'Shift B', contact: '+49 30 1234' }],
    ['takes nobody\'s name, contact and machine as not said', { machine: ' ', name: '', contact: '   ' }, { machine: null, name: null, contact: null }],
    ['cuts what surrounds the words, and the returns that forms send', { said: '  Oil\r\nand noise \r\n' }, { said: 'Oil\nand noise' }],
    ['takes the longest words', { said: 'x'.repeat(2000) }, { said: 'x'.repeat(2000) }],
    ['counts a line break once, as it is typed', { said: `${'x'.repeat(1998)}\r\nx` }, { said: `${'x'.repeat(1998)}\nx` }],
  ])('%s', (_, values, expected) => {
    expect(readReport({ ...whole, ...values })).toEqual({ report: expect.objectContaining(expected) })
  })

  it('takes a form without the fields that may be left out', () => {
    expect(readReport({ said: 'Oil', stopped: 'no', danger: 'yes' })).toEqual({ report: { said: 'Oil', machine: null, stopped: false, danger: true, name: null, contact: null } })
  })

  it.each<[string, ReportValues, readonly string[]]>([
    ['an empty form, in the order of the form', {}, ['said', 'stopped', 'danger']],
    ['words that say nothing', { ...whole, said: ' a  ' }, ['said']],
    ['words without end', { ...whole, said: 'x'.repeat(2001) }, ['said']],
    ['an answer that is neither yes nor no', { ...whole, danger: 'perhaps' }, ['danger']],
    ['a tag, a name and a contact longer than there is room for', { ...whole, machine: 'x'.repeat(61), name: 'x'.repeat(101), contact: 'x'.repeat(201) }, ['machine', 'name', 'contact']],
  ])('names the fields of %s', (_, values, missing) => {
    expect(readReport(values)).toEqual({ missing })
  })
})

describe('reportPriority', () => {
  it.each([
    [{ danger: true, stopped: true }, 1],
    [{ danger: true, stopped: false }, 1],
    [{ danger: false, stopped: true }, 2],
    [{ danger: false, stopped: false }, 3],
  ] as const)('%o is priority %i', (report, priority) => {
    expect(reportPriority(report)).toBe(priority)
  })
})

describe('joins', () => {
  it.each([
    ['a machine that runs joins what is as urgent', { danger: false, stopped: false }, 3, true],
    ['a machine that runs joins what is more urgent', { danger: false, stopped: false }, 1, true],
    ['a machine that runs joins nothing that can wait longer', { danger: false, stopped: false }, 4, false],
    ['a machine that stands joins what is as urgent', { danger: false, stopped: true }, 2, true],
    ['a machine that stands joins nothing that is less urgent', { danger: false, stopped: true }, 3, false],
    ['danger joins nothing, however urgent', { danger: true, stopped: true }, 1, false],
  ])('%s', (_, report, priority, expected) => {
    expect(joins(report, { priority })).toBe(expected)
  })
})

describe('reportTitle', () => {
  const long = `${'word '.repeat(15)}and an end that stands beyond it`
  it.each([
    ['the first line', 'Oil under the pump\nSince this morning', 'Oil under the pump'],
    ['not the empty lines before it', '\n \nOil', 'Oil'],
    ['a line of 80 signs as it is', 'x'.repeat(80), 'x'.repeat(80)],
    ['a long line, cut at a word', long, `${'word '.repeat(15)}and…`],
    ['a line without a space, cut where the room ends', 'x'.repeat(90), `${'x'.repeat(80)}…`],
    ['a line whose only space is near its beginning, cut where the room ends', `ab ${'x'.repeat(90)}`, `ab ${'x'.repeat(77)}…`],
    ['all of it, where the first line says nothing', '!\nOil under the pump', '! Oil under the pump'],
  ])('is %s', (_, said, title) => {
    expect(reportTitle(said)).toBe(title)
  })
})

describe('sameMachine', () => {
  it.each([
    ['HPU-201', 'HPU201'],
    [' hpu 201 ', 'HPU201'],
    ['hpu_2.0/1', 'HPU201'],
    ['öl-7', 'ÖL7'],
    ['مضخة-3', 'مضخة3'],
    ['- –', ''],
  ])('reads "%s" as "%s"', (typed, same) => {
    expect(sameMachine(typed)).toBe(same)
  })
})
