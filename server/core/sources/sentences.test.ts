import { describe, expect, test } from 'vitest'
import { messages } from '#app/_lib/messages/en/index.ts'
import { CONNECTION_SENTENCES, connectionMessage, connectionSentence, type ConnectionSentence } from './connection-sentences.ts'
import { DECODE_SENTENCES, decodeSentence, unreadMessage } from './decode-sentences.ts'

describe('connectionMessage', () => {
  test.each(Object.keys(CONNECTION_SENTENCES) as ConnectionSentence[])('recognizes "%s" with what stands in it', (key) => {
    const params = { url: 'mqtt://broker:1883', topics: 'a, b', name: 'pw', reason: 'the cable is purple' }
    const found = connectionMessage(connectionSentence(key, params))
    expect(found?.key).toBe(`connection.${key}`)
    expect(params).toMatchObject(found?.params ?? { none: true })
  })
  test('knows no other words', () => {
    expect(connectionMessage('Readings could not be stored: the disk is full')).toBeNull()
    expect(connectionMessage(null)).toBeNull()
  })
})

describe('unreadMessage', () => {
  test.each(Object.keys(DECODE_SENTENCES) as (keyof typeof DECODE_SENTENCES)[])('recognizes "%s" with what stands in it', (key) => {
    const params = { topic: 'hall/3: state', path: '$.values.temp', point: '{3}.temp', found: '"warm"', most: '1000000' }
    const found = unreadMessage(decodeSentence(key, params))
    expect(found?.key).toBe(`decode.${key}`)
    if (key !== 'lost') expect(found?.params).toMatchObject({ ...(key === 'too-long' ? { most: '1000000' } : {}), topic: params.topic })
  })
})

test('every sentence has its words', () => {
  expect(Object.keys(messages.server.connection).toSorted()).toEqual(Object.keys(CONNECTION_SENTENCES).toSorted())
  expect(Object.keys(messages.server.decode).toSorted()).toEqual(Object.keys(DECODE_SENTENCES).toSorted())
})
