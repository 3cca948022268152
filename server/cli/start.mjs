import { handOver } from './bootstrap.mjs'

handOver('server/cli/start.ts')
