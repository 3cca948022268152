import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../people/locales.ts'
import { CATEGORY_OF, type Kind, type Params, type Told } from '../kinds.ts'
import { messageOf, pushOf, wordsOf, type Line } from './index.ts'

const PARAMS: Params = { assetTag: 'CT-301', assetName: 'Cooling-tower fan', number: 'WO-000012', title: 'Fan shakes', pointName: 'Vibration', unit: 'g', value: 3.2345, limit: 0.5, by: 'Sue', text: 'look here', minutes: 10, endpoint: 'ops.example', error: 'It answers 500.', job: 'backtest', ruleName: 'Oil hot' }
const told = (kind: Kind, more: Partial<Told> = {}): Told => ({ kind, priority: 2, params: PARAMS, repeat: 0, ...more })
const line = (kind: Kind, more: Partial<Line> = {}): Line => ({ ...told(kind), url: `https://plant.example/${kind}`, ...more })
const KINDS = Object.keys(CATEGORY_OF) as Kind[]

describe('wordsOf', () => {
  it.each<[Told, Locale, string, string]>([
    [told('alarm-opened'), 'en', 'Alarm at CT-301 Cooling-tower fan', 'Priority 2, high. Vibration: 3.235 g, limit 0.5 g.'],
    [told('alarm-opened'), 'de', 'Alarm an CT-301 Cooling-tower fan', 'Priorität 2, hoch. Vibration: 3,235 g, Grenze 0,5 g.'],
    [told('alarm-opened', { repeat: 2 }), 'en', 'Again (2): Alarm at CT-301 Cooling-tower fan', 'Priority 2, high. Vibration: 3.235 g, limit 0.5 g.'],
    [told('call', { params: { ...PARAMS, as: 'supervisor', round: 2 } }), 'en', 'Please come: Fan shakes', 'Priority 2, high. Vibration: 3.235 g, limit 0.5 g. Nobody on call has accepted. This is round 2. Accept within 10 min, or others are called.'],
    [told('call-accepted'), 'de', 'Sue hat angenommen: Fan shakes', 'Sie müssen nicht kommen.'],
    [told('order-mentioned'), 'en', 'Sue named you on WO-000012 Fan shakes', 'look here'],
    [told('order-requested'), 'en', 'Please decide: WO-000012 Fan shakes', 'Asked for by Sue. Priority 2, high.'],
    [told('job-over'), 'en', 'The back-test of Oil hot is done', 'Asked for 10 min ago.'],
    [told('job-over', { params: { job: 'limits', ruleName: 'Oil hot', failed: true } }), 'en', 'Proposing limits for Oil hot has failed', ''],
    [told('endpoint-down'), 'en', 'Nothing gets through to ops.example', 'It answers 500.'],
  ])('%o in %s', (what, locale, title, text) => {
    expect(wordsOf(what, locale)).toEqual({ title, line: text })
  })

  it('says something of every kind in every language, also where little is known', () => {
    for (const locale of LOCALES) for (const kind of KINDS) {
      for (const params of [PARAMS, {}]) {
        const words = wordsOf({ kind, priority: null, params, repeat: 0 }, locale)
        expect(words.title.trim(), `${kind} ${locale}`).not.toBe('')
        expect(`${words.title} ${words.line}`, `${kind} ${locale}`).not.toMatch(/undefined|null|NaN/)
      }
    }
  })

  it.each(LOCALES.filter((locale) => locale !== 'en'))('speaks %s itself, not English', (locale) => {
    for (const kind of KINDS) expect(wordsOf(told(kind), locale).title, kind).not.toBe(wordsOf(told(kind), 'en').title)
  })
})

describe('messageOf', () => {
  const where = { digest: false, settingsUrl: 'https://plant.example/notifications' }
  it('has one thing as its subject', () => {
    expect(messageOf([line('alarm-opened')], 'en', where)).toEqual({
      subject: 'Alarm at CT-301 Cooling-tower fan',
      text: 'Alarm at CT-301 Cooling-tower fan\nPriority 2, high. Vibration: 3.235 g, limit 0.5 g.\nOpen: https://plant.example/alarm-opened\n\nMillwright tells you this as your notifications are set: https://plant.example/notifications',
    })
  })

  it('counts several, the most urgent first', () => {
    const message = messageOf([line('alarm-over', { priority: 3 }), line('alarm-raised', { priority: 1 })], 'en', where)
    expect(message.subject).toBe('2 messages: Alarm at CT-301 Cooling-tower fan has become worse')
    expect(message.text.indexOf('has become worse')).toBeLessThan(message.text.indexOf('is over'))
  })

  it('names what quiet hours held back', () => {
    expect(messageOf([line('alarm-over'), line('order-assigned')], 'de', { ...where, digest: true }).subject).toBe('2 Nachrichten aus Ihren Ruhezeiten')
  })

  it('keeps a subject on one line and short, whatever an order is called', () => {
    const { subject } = messageOf([line('order-assigned', { params: { ...PARAMS, title: `a\r\nBcc: everybody@example.com ${'x'.repeat(300)}` } })], 'en', where)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(subject).toHaveLength(150)
  })

  it('ends, however many there are', () => {
    const message = messageOf(Array.from({ length: 500 }, () => line('alarm-opened')), 'en', where)
    expect(message.text).toContain('\n\n+ 450\n\n')
  })
})

describe('pushOf', () => {
  it('shows one thing with its line and leads there', () => {
    expect(pushOf([line('call')], 'en', false)).toMatchObject({ title: 'Please come: Fan shakes', url: 'https://plant.example/call' })
  })
  it('shows three of many and leads to the list', () => {
    const push = pushOf(Array.from({ length: 9 }, () => line('alarm-opened')), 'en', false)
    expect(push.body.split('\n')).toHaveLength(3)
    expect(push.url).toBe('/')
  })
})
