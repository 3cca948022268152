import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Service is a server program started for a test. */
export interface Service {
  readonly port: number
  readonly pid: number
  /** Ends it in order and waits. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would (SIGKILL) and waits. */
  readonly kill: () => Promise<void>
}

/** until waits for the condition, looking every 50 ms; throws with the words given when the deadline passes. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`)
    await delay(50)
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port })
    socket.once('connect', () => { socket.destroy(); resolve(true) })
    socket.once('error', () => resolve(false))
  })

/** startService starts a program that listens on the port of loopback, and waits until it does. Its last words are in the error when it does not. */
export async function startService(command: string, args: readonly string[], port: number): Promise<Service> {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  const listen = (text: Buffer): void => { words = (words + text.toString()).slice(-2000) }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(error.code === 'ENOENT' ? `${command} is not installed: run "npm test", which installs what tests need, or install it yourself.` : String(error))))
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${words}`)))
  })
  await Promise.race([until(`${command} answers on ${port}`, () => answers(port)), failed])
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return { port, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
