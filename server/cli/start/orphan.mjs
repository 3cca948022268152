// Loaded first in every process that the start command starts: when the start command is gone (kill -9), the process
// ends as if it had been asked to, instead of staying behind with its port and its connections.
const GRACE_MS = 10_000

// What this process forks in turn (the workers of a Next.js build) must not load this: their channel is what keeps them running.
const place = process.execArgv.findIndex((word) => word.endsWith('orphan.mjs'))
if (place > 0) process.execArgv.splice(place - 1, 2)

if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), GRACE_MS).unref()
  })
}
