import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { isolate, labelled } from './isolate.ts'

const written = (text: string): string => text.replaceAll('\u2066', '[').replaceAll('\u2068', '(').replaceAll('\u2069', ')').replaceAll(')', ']').replaceAll('(', '[')

describe('isolate', () => {
  it.each([
    ['an argument', 'فتح {number}', 'فتح [{number}]'],
    ['an argument in a tag', '<b>{machine}</b> تهتز', '<b>[{machine}]</b> تهتز'],
    ['a number with its unit', 'منذ أكثر من 24 h', 'منذ أكثر من [24 h]'],
    ['an argument with its unit', 'وحجم هذه {size} MB.', 'وحجم هذه [[{size}] MB].'],
    ['a formatted number with its unit', 'نحو {hours, number, ::.0} h', 'نحو [{hours, number, ::.0} h]'],
    ['a rate with a compound unit', 'بوحدة 4.5 mm/s RMS، أو 600 r/min', 'بوحدة [4.5 mm/s RMS]، أو [600 r/min]'],
    ['arguments in the branches of a plural', '{count, plural, one {أمر {name}} other {# أوامر}}', '{count, plural, one {أمر [{name}]} other {# أوامر}}'],
    ['no word that begins as a unit does', '5 minutes, 7 days', '5 minutes, 7 days'],
  ])('parts %s from the text around it', (_name, text, expected) => {
    expect(written(isolate({ deep: { text } }).deep.text)).toBe(expected)
  })

  it('leaves texts that can be filled in', () => {
    const t = createTranslator({ locale: 'ar', messages: isolate({ text: '{count, plural, one {أمر واحد على {machine}} two {أمران} few {# أوامر} many {# أمرًا} other {# أمر}}' }), onError: (error) => { throw error } })
    expect([1, 2, 3, 11, 100].map((count) => written(t('text', { count, machine: 'HPU-201' })))).toEqual(['أمر واحد على [HPU-201]', 'أمران', '3 أوامر', '11 أمرًا', '100 أمر'])
  })
})

describe('labelled', () => {
  it.each([['en', 'limit', 'limit 42 °C'], ['ar', 'الحد', '[الحد [42 °C]]']])('keeps a word and its number together in %s', (locale, word, expected) => {
    expect(written(labelled(word, '42 °C', locale))).toBe(expected)
  })
})
