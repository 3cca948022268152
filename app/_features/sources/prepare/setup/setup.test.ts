import { describe, expect, it } from 'vitest'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import { messages as en } from '../../../../_lib/messages/en/index.ts'
import { connectionOf, draftOf, EMPTY_TOPIC, newDraft, settingsOf, type MqttDraft } from './draft.ts'
import { jsonRows } from './json-rows.ts'
import { howProblems, placeProblems, PROBLEMS, whatProblems } from './problems.ts'
import { readsNow, tapped, usesOf, type Tap } from './taps.ts'

const empty = newDraft('site', 'millwright-1')
const full = mqttSettings.parse({
  url: 'mqtts://broker:8883', protocol: '3.1.1', username: 'me', passwordSecret: 'pw', tls: { caSecret: 'ca', serverName: 'broker.plant' }, clientId: 'c', sessionExpirySeconds: 7200,
  mappings: [{ topic: 'a/+', ts: '$.ts', tsUnit: 's', quality: '$.q', backlog: '$.kept', values: [{ point: '{2}.x', value: '$.x', unit: 'Cel' }, { point: 'P', value: '$.y', unitPath: '$.u', ts: '$.t2', quality: '$.q2' }] }],
})
const draft = (change: Partial<MqttDraft> = {}): MqttDraft => ({ ...empty.mqtt, url: 'mqtt://broker:1883', ...change })

describe('a draft', () => {
  it('keeps everything that is stored, there and back', () => {
    expect(mqttSettings.parse(settingsOf(draftOf(full)))).toEqual(full)
  })
  it('leaves out what is empty, and what belongs to TLS where there is none', () => {
    expect(connectionOf(draft({ caSecret: 'ca' }))).toEqual({ url: 'mqtt://broker:1883', protocol: '5' })
    expect(connectionOf(draft({ url: ' mqtts://broker:8883 ', caSecret: 'ca' }))).toEqual({ url: 'mqtts://broker:8883', protocol: '5', tls: { caSecret: 'ca' } })
  })
})

describe('problems', () => {
  it('stand at their fields, by the connector’s own schema', () => {
    const wrong = draft({ url: 'broker', passwordSecret: 'A b', topics: [{ ...EMPTY_TOPIC, topic: 'a#', ts: '$.' }, { ...EMPTY_TOPIC, topic: 'a/b', values: [{ ...EMPTY_TOPIC.values[0]!, point: '{3}.x' }] }] })
    expect([...howProblems(wrong)]).toEqual([
      ['url', 'url'], ['passwordSecret', 'passwordSecret'], ['mappings.0.topic', 'topic'], ['mappings.0.ts', 'ts'], ['mappings.0.values.0.point', 'point'], ['mappings.1.values.0.point', 'levels'],
    ])
    expect([...howProblems(draft())]).toEqual([['mappings', 'mappings']])
    expect(howProblems(draftOf(full)).size).toBe(0)
  })
  it('of a place are only about the broker and the topic', () => {
    expect(placeProblems(draft(), '#').size).toBe(0)
    expect([...placeProblems(draft({ url: '' }), 'a#')]).toEqual([['url', 'url'], ['topic', 'topic']])
  })
  it('of the first step are what is not chosen yet', () => {
    expect([...whatProblems({ ...empty, siteId: null }).keys()]).toEqual(['kind', 'siteId', 'name'])
    expect(whatProblems({ ...empty, kind: 'mqtt', name: 'Hall' }).size).toBe(0)
  })
  it('have their words', () => {
    expect(Object.keys(en.setup.problem).toSorted()).toEqual([...PROBLEMS].toSorted())
  })
})

describe('tapped', () => {
  const points = [{ key: 'CT-301.temp' }, { key: 'CT-301.load' }]
  const message = { topic: 'hall/CT-301/state', json: true, text: JSON.stringify({ ts: 1_764_150_000, temp: 61.4, load: 3, q: 192, u: '°C' }) }
  const tap = (path: string, use: Tap['use'] = 'value'): Tap => ({ message, path, use })
  const after = (start: MqttDraft, ...taps: readonly Tap[]): MqttDraft => taps.reduce((sum, one) => tapped(sum, one, points), start)

  it('maps the topic with its time and quality, and the value to the point that fits', () => {
    expect(after(draft(), tap('$.temp')).topics).toMatchObject([{ topic: 'hall/CT-301/state', ts: '$.ts', tsUnit: 's', quality: '$.q', values: [{ point: 'CT-301.temp', value: '$.temp' }] }])
  })
  it('adds to a mapping that takes the topic already, in its own words, and each place once', () => {
    const open = draft({ topics: [{ ...EMPTY_TOPIC, topic: 'hall/+/state' }] })
    expect(after(open, tap('$.temp'), tap('$.load'), tap('$.temp')).topics).toMatchObject([{ ts: '', values: [{ point: '{2}.temp', value: '$.temp' }, { point: '{2}.load', value: '$.load' }] }])
  })
  it('takes the place of a mapping that says nothing yet', () => {
    expect(after(draft({ topics: [EMPTY_TOPIC] }), tap('$.temp')).topics.map(({ topic, values }) => [topic, values.length])).toEqual([['hall/CT-301/state', 1]])
  })
  it('sets time, quality, the last value’s unit and what was kept', () => {
    const all = after(draft(), tap('$.temp'), tap('$.u', 'unit'), tap('$.q', 'quality'), tap('$.ts', 'time'), tap('$.load', 'backlog'))
    expect(all.topics).toMatchObject([{ ts: '$.ts', tsUnit: 's', quality: '$.q', backlog: '$.load', values: [{ value: '$.temp', unitPath: '$.u' }] }])
    expect(['$.temp', '$.u', '$.q', '$.ts', '$.load'].map((path) => usesOf(all, message.topic, path))).toEqual([['value'], ['unit'], ['quality'], ['time'], ['backlog']])
    expect(usesOf(all, 'another/topic', '$.temp')).toEqual([])
  })
  it('makes settings that the schema takes', () => {
    expect(howProblems(after(draft(), tap('$.temp'), tap('$.q', 'quality'))).size).toBe(0)
  })
})

describe('readsNow', () => {
  const heard = (topic: string, at: number, text: string) => ({ topic, at, text, json: true, cut: false, retained: false, count: 1, readings: [], faults: [] })
  const messages = [heard('a/1', 1, '{"t":1}'), heard('a/2', 2, '{"t":2}'), heard('b', 3, '{"t":"on"}')]
  it.each<[string, string, ReturnType<typeof readsNow>]>([
    ['a/+', '$.t', { found: true, value: 2 }], ['a/1', '$.t', { found: true, value: 1 }], ['b', '$.t', { found: true, value: '"on"' }], ['b', '$', { found: true, value: '{"t":"on"}' }],
    ['a/+', '$.x', { found: false }], ['c', '$.t', null], ['a#', '$.t', null], ['', '$.t', null],
  ])('%s at %s', (filter, path, expected) => expect(readsNow(messages, filter, path)).toEqual(expected))
})

it('jsonRows lays a message out, each leaf with the path that leads to it', () => {
  expect(jsonRows({ ts: 1, axes: { 'x.y': 0.5 }, list: [true, 'on'] }).map(({ path, name, depth, text, numeric }) => [path, name, depth, text, numeric])).toEqual([
    ['$.ts', 'ts', 1, '1', true], ['$.axes', 'axes', 1, null, false], ['$.axes["x.y"]', 'x.y', 2, '0.5', true],
    ['$.list', 'list', 1, null, false], ['$.list[0]', '0', 2, 'true', true], ['$.list[1]', '1', 2, '"on"', false],
  ])
  expect(jsonRows(61.4)).toMatchObject([{ path: '$', name: '$', depth: 0, text: '61.4', numeric: true }])
})
