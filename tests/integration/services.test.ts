import { connect } from 'mqtt'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { testBroker } from '#tests/harness/mosquitto.ts'
import { testRedis } from '#tests/harness/redis.ts'

test('Redis keeps what it acknowledged over a kill, and evicts nothing', async () => {
  const redis = await testRedis({ appendfsync: 'always' })
  const client = new Redis(redis.url, { maxRetriesPerRequest: null })
  client.on('error', (error) => expect(error).toBeDefined())
  try {
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
    await client.set('kept', '1')
    await redis.kill()
    await redis.restart()
    expect(await client.get('kept')).toBe('1')
  } finally {
    client.disconnect()
    await redis.close()
  }
})

test.each([4, 5] as const)('the broker speaks MQTT protocol version %i', async (protocolVersion) => {
  const broker = await testBroker()
  const client = connect(broker.url, { protocolVersion })
  try {
    const heard = new Promise<string>((resolve) => client.on('message', (_, payload) => resolve(payload.toString())))
    await client.subscribeAsync('a/b')
    await client.publishAsync('a/b', 'x', { qos: 1 })
    expect(await heard).toBe('x')
  } finally {
    await client.endAsync(true)
    await broker.close()
  }
})
