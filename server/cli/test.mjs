import { handOver } from './bootstrap.mjs'

handOver('server/cli/test.ts')
