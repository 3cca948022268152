// Plain JavaScript for Node 20: it runs before anything is installed, and puts Node 24 and the packages there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** ROOT is the folder of the checkout. (An older Node, which must still get its sentence, has no import.meta.dirname.) */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const OLDEST = [20, 19]
const STAMP = path.join(ROOT, 'node_modules/.millwright-install')

/** isNewEnough tells whether a version such as "20.19.1" is the oldest one given, or newer. */
export function isNewEnough(version, oldest = OLDEST) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** installState hashes what decides the installed packages: the two package files and the platform. */
export function installState(root = ROOT) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** fail ends the process with one sentence for the person who started it. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function npm(args) {
  const cli = process.env.npm_execpath
  const [command, first] = cli && cli.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  return spawnSync(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    // Standard output belongs to the command itself: `admin … --json` is read by programs.
    cwd: ROOT, stdio: ['ignore', 2, 'pipe'], encoding: 'utf8',
    // An older npm runs every package's install script: none may download from another host than the registry.
    env: {
      ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: path.join(ROOT, 'server/cli/schema-engine.ts'), PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ONNXRUNTIME_NODE_INSTALL: 'skip', npm_config_update_notifier: 'false',
    },
  })
}

/** install brings node_modules in line with the lock; returns at once when it is. */
export function install() {
  const state = installState()
  const fresh = !existsSync(path.join(ROOT, 'node_modules'))
  if (!fresh && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state) return
  console.error('Installing packages from the npm registry …')
  // A registry that lacks another platform's optional packages stops "ci"; "install" takes the same versions and goes on.
  let done = fresh ? npm(['ci']) : undefined
  if (done?.status !== 0) done = npm(['install', '--no-save'])
  if (done.status !== 0) {
    if (done.stderr) console.error(done.stderr.trim())
    fail('The packages could not be installed (the reason is above): check that this machine reaches the npm registry and may write to this folder, then run the command again.')
  }
  // A new file, never through a link: copies of the checkout may share this one.
  rmSync(STAMP, { force: true })
  writeFileSync(STAMP, state)
}

/** node24 is the Node that runs everything after the bootstrap: the installed one, or this one where it is new enough itself. */
export function node24() {
  const installed = path.join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(installed) && spawnSync(installed, ['--version']).status === 0) return installed
  if (isNewEnough(process.versions.node, [22, 18])) return process.execPath
  return fail('Node 24 was not installed with the packages: allow the install script of the package "node" (npm approve-scripts node), delete node_modules and run the command again.')
}

/** parentOf reads a process's name and its parent's id (Linux); null where that cannot be told. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, name, rest] = /^\d+ \((.*)\) \S (.*)$/s.exec(stat)
    return { name, parent: Number(rest.split(' ')[0]) }
  } catch {
    return null
  }
}

/** watchNpm calls back when npm, which started this, is gone: a stack that its Ctrl-C no longer reaches must not stay. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  // npm runs a script through a shell, which may stay between the two and would outlive it.
  const above = parentOf(parent)
  const npm = above && /^(ba|da|z|k|a)?sh$/.test(above.name) ? above.parent : parent
  const alive = (pid) => {
    try {
      return process.kill(pid, 0)
    } catch (error) {
      return error.code === 'EPERM'
    }
  }
  const timer = setInterval(() => {
    if (process.ppid === parent && alive(npm)) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}

/**
 * handOver runs a TypeScript program under Node 24 with this process's arguments, passes signals on, and ends as it ends.
 * The channel between the two lets the program notice when this process is killed.
 */
export function handOver(program, args = process.argv.slice(2)) {
  if (!isNewEnough(process.versions.node)) {
    fail(`Millwright needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}: install a current one from https://nodejs.org.`)
  }
  install()
  const bin = path.join(ROOT, 'node_modules/.bin')
  const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', path.join(ROOT, program), ...args], {
    cwd: ROOT, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  })
  // A Ctrl-C reaches both from the terminal; a TERM reaches only this one.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchNpm(() => child.kill('SIGTERM'))
  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)))
}
