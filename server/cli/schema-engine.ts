#!/usr/bin/env node
// Prisma's command line starts this in place of the engine it would download from its vendor (PRISMA_SCHEMA_ENGINE_BINARY,
// set in prisma.config.ts): the same engine, from its WebAssembly package, over the pg driver.
import readline from 'node:readline'
import { parseArguments } from '../platform/schema-engine/arguments.ts'
import { checkConnection } from '../platform/schema-engine/check-connection.ts'
import { openEngine } from '../platform/schema-engine/engine.ts'
import { answer } from '../platform/schema-engine/rpc.ts'

const asked = parseArguments(process.argv.slice(2))

if (asked.check) {
  process.exit(await checkConnection(asked.url))
}

const engine = await openEngine(asked.url, asked.schemaFiles)
const lines = readline.createInterface({ input: process.stdin })
const say = (message: object): boolean => process.stdout.write(`${JSON.stringify(message)}\n`)
const open = new Set<Promise<void>>()

lines.on('line', (line) => {
  const work = answer(line, engine).then((messages) => { for (const message of messages) say(message) })
  open.add(work)
  void work.finally(() => open.delete(work))
})
lines.on('close', () => {
  // Prisma closes our input when it has heard enough; what is under way still answers.
  void Promise.all(open).then(() => process.exit(0))
})
