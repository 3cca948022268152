import { handOver } from './bootstrap.mjs'

// What this command says is its answer; the log of what it uses would stand between.
process.env.LOG_LEVEL ??= 'silent'
handOver('server/cli/admin.ts')
