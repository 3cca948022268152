import { describe, expect, it } from 'vitest'
import { NOTHING_HEARD, type HeardMessage } from './heard.ts'
import { sourceSettings } from './settings.ts'
import { connectionState, listeningState, mappedKeys, type ConnectionFacts, type ConnectionState, type ListeningFacts, type ListeningState } from './trial.ts'

const facts: ConnectionFacts = { kind: 'mqtt', enabled: true, gatewayRuns: true, connected: false, problem: null, arrived: false }

describe('connectionState', () => {
  it.each<[string, Partial<ConnectionFacts>, ConnectionState]>([
    ['nothing said yet', {}, 'starting'],
    ['connected', { connected: true }, 'connected'],
    ['a problem', { problem: 'nothing listens there' }, 'problem'],
    ['a problem after it was connected', { connected: true, problem: 'lost' }, 'problem'],
    ['a gateway that is away, whatever it said', { gatewayRuns: false, connected: true }, 'no-gateway'],
    ['switched off, whatever was said', { enabled: false, connected: true, problem: 'x', arrived: true }, 'off'],
    ['pushed over HTTP, nothing yet', { kind: 'http', gatewayRuns: false }, 'waits'],
    ['pushed over HTTP', { kind: 'http', arrived: true }, 'receives'],
  ])('%s', (_, change, expected) => expect(connectionState({ ...facts, ...change })).toBe(expected))
})

describe('listeningState', () => {
  it.each<[string, Partial<ListeningFacts>, ListeningState]>([
    ['just asked', {}, 'starting'],
    ['connected', { connected: true }, 'listens'],
    ['refused', { problem: 'x' }, 'problem'],
    ['no gateway', { gatewayRuns: false }, 'no-gateway'],
    ['its time is over', { leftMs: 0, connected: true }, 'over'],
  ])('%s', (_, change, expected) => expect(listeningState({ leftMs: 1, gatewayRuns: true, connected: false, problem: null, ...change })).toBe(expected))
})

describe('mappedKeys', () => {
  const settings = sourceSettings.parse({
    kind: 'mqtt', config: { url: 'mqtt://h', clientId: 'c', mappings: [{ topic: 'a/+', values: [{ point: '{2}.x' }, { point: 'M-1.y' }] }, { topic: 'b', values: [{ point: 'M-1.y' }] }] },
  })
  const message: HeardMessage = { topic: 'a/M-2', at: 0, retained: false, faults: [], text: '', json: false, cut: false, count: 1, readings: [{ point: 'M-2.x', ts: 0, value: 1 }] }

  it('joins what is written out with what messages filled in, each once', () => {
    expect(mappedKeys(settings, { total: 1, beyond: 0, messages: [message] })).toEqual(['M-1.y', 'M-2.x'])
  })

  it('knows nothing of settings that lead nowhere', () => {
    expect(mappedKeys(null, NOTHING_HEARD)).toEqual([])
    expect(mappedKeys({ kind: 'http', config: {} }, NOTHING_HEARD)).toEqual([])
  })
})
