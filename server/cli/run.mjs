// Runs a TypeScript command under Node 24, installing first when needed: node server/cli/run.mjs <program> [arguments]
import { handOver } from './bootstrap.mjs'

const [program, ...args] = process.argv.slice(2)
handOver(program, args)
