import { handOver } from './bootstrap.mjs'

handOver('server/cli/check.ts')
