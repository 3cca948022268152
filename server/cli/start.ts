// `npm start`, from where Node 24 and the packages are there (start.mjs does that part).
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { env, provideEnv, type Env } from '#server/platform/env.ts'
import { dataFolderAt } from '#server/platform/installation/data-folder.ts'
import { claimDataFolder, type Claim } from '#server/platform/installation/instance.ts'
import { openDatabase, type OpenDatabase } from '#server/platform/installation/database.ts'
import { thisMachine } from '#server/platform/tls/local.ts'
import { keepLocalCertificate } from './start/certificate.ts'
import { addressOf, checkDoor, listensEverywhere, tabletWords } from './start/door.ts'
import { ensureBuild, ensureClient } from './start/build.ts'
import { demoWords, readDemo, seedDemo } from './start/demo.ts'
import { planStack } from './start/plan.ts'
import { waitUntilReady } from './start/ready.ts'
import { lastLines, supervise, type Supervised } from './start/supervisor.ts'

const READY_TIMEOUT_MS = 120_000
const DATABASE_LOOK_MS = 1_000
const GIVE_UP_AFTER = 4
const SAME_SIGNAL_MS = 1_000

const root = path.resolve(import.meta.dirname, '../..')
const dev = process.argv.includes('--dev')
const begun = Date.now()
const tell = (line: string): void => console.log(line)
const stop = new AbortController()
/** What ends the things that were started, in the order of starting: run backwards. */
const endings: (() => Promise<void> | void)[] = []

async function prepareDatabase(given: Env, dataFolder: string): Promise<OpenDatabase> {
  const database = await openDatabase({ dataFolder, root, databaseUrl: given.DATABASE_URL, secret: given.MILLWRIGHT_SECRET })
  endings.push(() => database.stop())
  provideEnv({ ...database.addresses, MILLWRIGHT_SECRET: database.secret })
  const { prepareQueue } = await import('#server/queue/backend.ts')
  await prepareQueue().catch((error: unknown) => {
    throw new AppError('unavailable', `The queue cannot be used: ${(error as Error).message}`)
  })
  return database
}

/** Starts the embedded PostgreSQL again when its main process died. */
function watchDatabase(database: OpenDatabase): void {
  let busy = false
  const timer = setInterval(() => {
    if (busy || database.alive()) return
    busy = true
    tell('PostgreSQL ended; it starts again.')
    database.restart().catch((error: unknown) => tell(`PostgreSQL does not start: ${(error as Error).message}`)).finally(() => { busy = false })
  }, DATABASE_LOOK_MS)
  endings.push(() => clearInterval(timer))
}

function startStack(logFolder: string, claim: Claim): Supervised[] {
  const running: Supervised[] = []
  const note = (): void => claim.update({ children: Object.fromEntries(running.flatMap((one) => (one.pid() ? [[one.name, one.pid() ?? 0]] : []))) })
  for (const plan of planStack(root, env(), dev)) {
    const one = supervise(plan, root, logFolder, tell, note)
    running.push(one)
    endings.push(() => one.stop())
  }
  note()
  return running
}

async function waitForStack(stack: readonly Supervised[], address: string, logFolder: string): Promise<void> {
  const missing = await waitUntilReady(address, READY_TIMEOUT_MS, () => {
    stop.signal.throwIfAborted()
    const failing = stack.find((one) => one.failures() >= GIVE_UP_AFTER)
    const unsteady = stack.find((one) => !one.steady())
    return {
      waiting: unsteady ? `${unsteady.name} is not up` : '',
      hopeless: failing ? `${failing.name} does not start:\n${lastLines(failing.logFile)}` : '',
    }
  })
  if (missing) throw new AppError('unavailable', `Millwright did not become ready: ${missing}. The logs are in ${logFolder}.`)
}

function announce(given: Env, address: string, dataFolder: string, database: OpenDatabase): void {
  tell(`\n  Millwright is ready at ${address}  (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`)
  for (const line of tabletWords(given, thisMachine())) tell(`${line}\n`)
  const demo = given.MILLWRIGHT_DEMO === '1' ? readDemo(dataFolder) : null
  if (demo) tell(`${demoWords(demo)}\n`)
  const elsewhere = database.folder && !database.folder.startsWith(dataFolder) ? ` (the database in ${database.folder})` : ''
  tell(`  Data: ${dataFolder}${elsewhere}. Ctrl-C stops everything.`)
}

async function start(): Promise<void> {
  // The framework's own server, which reloads, speaks plain HTTP.
  const given: Env = dev ? { ...env(), TLS: undefined, TLS_CERT: undefined, TLS_KEY: undefined, HTTP_PORT: undefined } : env()
  const dataFolder = dataFolderAt(given.DATA_DIR, root)
  const address = addressOf(given)
  const claim = await claimDataFolder(dataFolder, address)
  endings.push(() => claim.release())
  stop.signal.addEventListener('abort', () => claim.update({ state: 'stopping' }))
  for (const words of await checkDoor(given, new Date())) tell(words)
  // Where other machines reach us by names that we do not know, the name that a browser asked for is the public one.
  const publicUrl = given.MW_PUBLIC_URL ?? (listensEverywhere(given) ? undefined : address)
  provideEnv({ DATA_DIR: dataFolder, ...(publicUrl === undefined ? {} : { MW_PUBLIC_URL: publicUrl }), NODE_ENV: dev ? 'development' : 'production' })
  if (given.TLS === 'local') endings.push(await keepLocalCertificate(dataFolder, given, tell))
  const logFolder = path.join(dataFolder, 'logs')
  mkdirSync(logFolder, { recursive: true })

  await ensureClient(root, stop.signal)
  const database = await whileBuilding(() => prepareDatabase(given, dataFolder))
  if (database.migrated.length > 0) tell(`Migrations applied: ${database.migrated.join(', ')}`)
  stop.signal.throwIfAborted()
  watchDatabase(database)
  if (given.MILLWRIGHT_DEMO === '1') await seedDemo(root, dataFolder, logFolder, stop.signal)
  const stack = startStack(logFolder, claim)
  await waitForStack(stack, address, logFolder)
  announce(given, address, dataFolder, database)
}

/** Prepares while the web application is built; a failure of the one calls the other off, and both have ended after. */
async function whileBuilding<T>(prepare: () => Promise<T>): Promise<T> {
  const called = new AbortController()
  const building = dev ? Promise.resolve(false) : ensureBuild(root, tell, AbortSignal.any([stop.signal, called.signal]))
  const [prepared] = await Promise.allSettled([prepare().catch((error: unknown) => { called.abort(); throw error }), building])
  if (prepared.status === 'rejected') throw prepared.reason
  await building
  return prepared.value
}

function explain(error: unknown): void {
  if (stop.signal.aborted) return
  // Expected failures are one sentence; anything else is a defect and shows where it happened.
  console.error(error instanceof AppError ? error.message : error)
  process.exitCode = 1
}

const started = start()

async function end(): Promise<void> {
  await started.catch(explain)
  for (const ending of endings.reverse()) await ending()
  process.exit()
}

let stoppedAt = 0

function onSignal(signal: string): void {
  if (stop.signal.aborted) {
    // One Ctrl-C may arrive twice, by the terminal and by npm. A person's second one means: at once; what is left notices and ends itself.
    if (Date.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(1)
    return
  }
  stoppedAt = Date.now()
  tell(`\nStopping (${signal}) …`)
  stop.abort()
  void end()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
process.once('disconnect', () => onSignal('its caller is gone'))
process.channel?.unref()
started.catch(() => { if (!stop.signal.aborted) void end() })
