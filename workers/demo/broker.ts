import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { DEMO_BROKER_USER } from '#prisma/seed/demo/sources.ts'
import { brokerPassword, readBrokerPlace, writeBrokerPlace } from './broker-file.ts'

/** DemoBroker is the small MQTT 3.1.1 broker of the demo plant, on loopback. */
export interface DemoBroker {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, HOST)
  await once(server, 'listening')
}

const sameText = (given: Buffer | undefined, expected: string): boolean => {
  const wanted = Buffer.from(expected)
  return given !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/**
 * startDemoBroker listens on the port it had before, or a free one when that is taken, and notes in the data folder where
 * it is and, later, that somebody listens. Only the demo plant's user gets in.
 */
export async function startDemoBroker(dataDir: string): Promise<DemoBroker> {
  const password = await brokerPassword(dataDir)
  const broker = await Aedes.createBroker()
  broker.authenticate = (_client, username, given, done) => done(null, username === DEMO_BROKER_USER && sameText(given, password))
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    broker.handle(socket)
  })
  await listen(server, readBrokerPlace(dataDir)?.port ?? 0).catch(() => listen(server, 0))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The demo broker has no port.')
  const { port } = address
  writeBrokerPlace(dataDir, { port, listening: false })
  broker.once('subscribe', () => writeBrokerPlace(dataDir, { port, listening: true }))
  return {
    port,
    url: `mqtt://${HOST}:${port}`,
    async close() {
      await new Promise<void>((resolve) => broker.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
