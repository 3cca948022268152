import { describe, expect, it } from 'vitest'
import { mqttPlace, mqttSettings } from './mqtt-settings.ts'
import { sourceSettings } from './settings.ts'

const good = { url: 'mqtt://host:1883', clientId: 'c', mappings: [{ topic: 'plant/+/values', values: [{ point: '{2}.temp' }] }] }
const mapping = (change: object): object => ({ mappings: [{ topic: 'a', values: [{ point: 'p' }], ...change }] })
const issuesOf = (given: object): string[] => {
  const parsed = mqttSettings.safeParse({ ...good, ...given })
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('mqttSettings', () => {
  it('fills in what a person need not say', () => {
    expect(mqttSettings.parse(good)).toMatchObject({ protocol: '5', sessionExpirySeconds: 86_400, mappings: [{ tsUnit: 'ms', values: [{ value: '$' }] }] })
  })

  it.each<[string, object, string]>([
    ['a password in the address', { url: 'mqtt://me:pw@host:1883' }, 'url'],
    ['another scheme', { url: 'http://host' }, 'url'],
    ['a path in the address', { url: 'mqtt://host/x' }, 'url'],
    ['a secret in clear', { password: 'pw' }, ''],
    ['a secret that is no name', { passwordSecret: '../secrets.json' }, 'passwordSecret'],
    ['no mapping', { mappings: [] }, 'mappings'],
    ['a topic that is no filter', mapping({ topic: 'a#' }), 'mappings.0.topic'],
    ['no value', mapping({ values: [] }), 'mappings.0.values'],
    ['a path that is none', mapping({ ts: '$..x' }), 'mappings.0.ts'],
    ['a level that no such topic has', mapping({ topic: 'a/+', values: [{ point: '{3}.temp' }] }), 'mappings.0.values.0.point'],
  ])('refuses %s, and names the place', (_, change, place) => {
    expect(issuesOf(change)).toEqual([place])
  })

  it('lets a filter that ends with # have any number of levels', () => {
    expect(issuesOf(mapping({ topic: 'a/#', values: [{ point: '{7}.temp' }] }))).toEqual([])
  })
})

describe('mqttPlace', () => {
  it('is a broker and a topic, and nothing more', () => {
    const place = { url: 'mqtts://host:8883', topic: '#', username: 'u', passwordSecret: 'pw', tls: { caSecret: 'ca' } }
    expect(mqttPlace.parse(place)).toEqual({ ...place, protocol: '5' })
    expect(mqttPlace.safeParse({ ...place, password: 'pw' }).success).toBe(false)
    expect(mqttPlace.safeParse({ ...place, topic: 'a#' }).success).toBe(false)
  })
})

describe('sourceSettings', () => {
  it('is told by its kind', () => {
    expect(sourceSettings.parse({ kind: 'http' })).toEqual({ kind: 'http', config: {} })
    expect(sourceSettings.parse({ kind: 'mqtt', config: good })).toMatchObject({ kind: 'mqtt', config: { url: 'mqtt://host:1883' } })
    expect(sourceSettings.safeParse({ kind: 'http', config: good }).success).toBe(false)
    expect(sourceSettings.safeParse({ kind: 'mqtt', config: {} }).success).toBe(false)
    expect(sourceSettings.safeParse({ kind: 'opc-ua', config: {} }).success).toBe(false)
  })
})
