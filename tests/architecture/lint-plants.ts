/** LINT_PLANTS is one file per way to break a lint rule: [rule, file, its text]. Each breaks that rule and nothing else. */
export const LINT_PLANTS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['@typescript-eslint/no-floating-promises', 'server/flows/forgets.ts', `const save = async (): Promise<void> => { await Promise.resolve() }
/** forget forgets. */
export function forget(): void { save() }
`],
  ['@typescript-eslint/no-floating-promises', 'tests/integration/forgets.test.ts', `import { it } from 'vitest'
it('forgets', () => { Promise.resolve(1) })
`],
  ['@typescript-eslint/no-misused-promises', 'server/flows/misuses.ts', `const ready = (): Promise<boolean> => Promise.resolve(true)
/** misuse misuses. */
export const misuse = (): string => { if (ready()) return 'always'; return 'never' }
`],
  ['@typescript-eslint/await-thenable', 'server/flows/awaits.ts', `/** wait waits. */
export const wait = async (): Promise<number> => await 1
`],
  ['@typescript-eslint/only-throw-error', 'server/flows/throws-text.ts', `/** fail fails. */
export const fail = (): never => { throw 'text' }
`],
  ['@typescript-eslint/switch-exhaustiveness-check', 'server/core/assets/misses.ts', `/** word says a status. */
export function word(status: 'operating' | 'stopped' | 'unknown'): string {
  switch (status) { case 'operating': return 'on'; case 'stopped': return 'off' }
  return ''
}
`],
  ['@typescript-eslint/no-explicit-any', 'server/flows/says-any.ts', `/** take takes. */
export const take = (value: any): boolean => value === 1
`],
  ['@typescript-eslint/no-unsafe-assignment', 'server/flows/hides-any.ts', `/** parse parses. */
export const parse = (text: string): string => { const value = JSON.parse(text); return typeof value }
`],
  ['@typescript-eslint/no-unsafe-member-access', 'server/flows/digs-any.ts', `/** dig digs. */
export const dig = (text: string): boolean => JSON.parse(text).deep === true
`],
  ['@typescript-eslint/no-unsafe-return', 'server/flows/returns-any.ts', `/** give gives. */
export const give = (text: string): string => JSON.parse(text)
`],
  ['@typescript-eslint/no-unsafe-call', 'server/flows/calls-any.ts', `/** call calls. */
export const call = (text: string): void => { void JSON.parse(text)() }
`],
  ['@typescript-eslint/no-unsafe-argument', 'server/flows/passes-any.ts', `/** pass passes. */
export const pass = (text: string): number => Math.abs(JSON.parse(text))
`],
  ['@typescript-eslint/no-unused-vars', 'server/flows/keeps.ts', `/** keep keeps. */
export const keep = (): number => { const unused = 1; return 2 }
`],
  ['@typescript-eslint/consistent-type-imports', 'server/flows/imports-type.ts', `import { AppRouter } from '../api/trpc/routers/index.ts'
/** Router is a router. */
export type Router = AppRouter
`],
  ['@typescript-eslint/no-unnecessary-type-assertion', 'server/flows/asserts.ts', `/** one is 1. */
export const one = (value: number): number => value!
`],
  ['millwright/doc-sentence', 'server/flows/says-nothing.ts', `export const silent = 1
`],
  ['millwright/doc-sentence', 'server/flows/says-other.ts', `/** Does something. */
export function other(): void { return }
`],
  ['millwright/doc-sentence', 'server/flows/says-once.ts', `/** first is first. */
export const first = 1

export const second = 2
`],
  ['eqeqeq', 'server/flows/nearly-equal.ts', `/** same compares. */
export const same = (a: unknown): boolean => a == 1
`],
  ['no-var', 'server/flows/old.ts', `/** old is old. */
export var old = 1
`],
  ['prefer-const', 'server/flows/never-changes.ts', `/** fixed is fixed. */
export const fixed = (): number => { let value = 1; return value }
`],
  ['no-console', 'server/flows/talks.ts', `console.log('hello')
`],
  ['no-console', 'app/_ui/talks.tsx', `console.warn('hello')
`],
  ['no-debugger', 'server/flows/stops.ts', `debugger
`],
  ['max-lines', 'server/flows/long.ts', `${'// one more\n'.repeat(400)}void 0
`],
  ['max-len', 'server/flows/wide.ts', `/** wide is wide. */
export const wide = [${Array.from({ length: 60 }, (_, i) => i).join(', ')}]
`],
  ['no-restricted-syntax', 'server/flows/swallows.ts', `try { JSON.parse('x') } catch { /* nothing */ }
`],
  ['no-restricted-syntax', 'server/flows/swallows-late.ts', `await Promise.resolve().catch(() => {})
`],
  ['no-restricted-syntax', 'server/flows/swallows-undefined.ts', `await Promise.resolve().catch(() => undefined)
`],
  ['no-restricted-syntax', 'server/platform/reads-env.ts', `/** port is a port. */
export const port = process.env.PORT
`],
  ['no-restricted-syntax', 'server/platform/unpacks-env.ts', `const { env } = process
/** port is a port. */
export const port = env.PORT
`],
  ['no-restricted-syntax', 'server/platform/imports-env.ts', `import { env } from 'node:process'
/** port is a port. */
export const port = env.PORT
`],
  ['no-restricted-syntax', 'workers/jobs/reads-env.ts', `/** host is a host. */
export const host = globalThis.process.env.HOST
`],
  ['no-restricted-syntax', 'app/_lib/reads-env.ts', `/** secret is not secret. */
export const secret = process.env.MILLWRIGHT_SECRET
`],
  ['no-restricted-syntax', 'server/cli/reads-env.ts', `/** port is a port. */
export const port = process.env.PORT
`],
  ['no-restricted-syntax', 'server/core/kernel/date-now.ts', `/** at is now. */
export const at = (): number => Date.now()
`],
  ['no-restricted-syntax', 'server/core/kernel/new-date.ts', `/** at is now. */
export const at = (): Date => new Date()
`],
  ['no-restricted-syntax', 'server/core/kernel/date-text.ts', `/** at is now. */
export const at = (): string => Date()
`],
  ['no-restricted-syntax', 'server/core/kernel/random.ts', `/** dice rolls. */
export const dice = (): number => Math.random()
`],
  ['no-restricted-globals', 'server/core/kernel/performance.ts', `/** at is now. */
export const at = (): number => performance.now()
`],
  ['no-restricted-globals', 'server/core/kernel/crypto.ts', `/** id is random. */
export const id = (): string => crypto.randomUUID()
`],
  ['no-restricted-globals', 'server/core/kernel/timer.ts', `/** later runs later. */
export const later = (work: () => void): void => { setTimeout(work, 1) }
`],
  ['no-restricted-globals', 'server/core/kernel/fetch.ts', `/** get gets. */
export const get = (): Promise<Response> => fetch('http://localhost')
`],
  ['no-restricted-syntax', 'server/modules/assets/uses-tx.ts', `import type { Tx } from '#server/platform/db.ts'
/** count counts. */
export const count = async (tx: Tx): Promise<void> => { await tx.db.connect() }
`],
  ['no-restricted-syntax', 'server/flows/unpacks-tx.ts', `import type { Tx } from '#server/platform/db.ts'
/** count counts. */
export const count = async ({ db }: Tx): Promise<void> => { await db.connect() }
`],
  ['no-restricted-syntax', 'workers/jobs/own-sql.ts', `/** count counts. */
export const count = async (client: { query: (sql: string) => Promise<void> }): Promise<void> => client.query('SELECT 1')
`],
  ['no-restricted-syntax', 'server/queue/own-sql.ts', `import { systemExec } from '../platform/system.ts'
/** count counts. */
export const count = (): Promise<void> => systemExec().query('SELECT 1')
`],
  ['no-restricted-syntax', 'server/api/own-sql.ts', `declare const systemExec: () => { query: (sql: string) => Promise<void> }
/** count counts. */
export const count = (): Promise<void> => systemExec().query('SELECT 1')
`],
  ['no-restricted-syntax', 'app/_ui/one-side.ts', `/** look is a look. */
export const look = 'flex md:hover:-ml-2'
`],
  ['no-restricted-syntax', 'app/_ui/other-side.ts', `/** look is a look. */
export const look = (wide: boolean): string => \`flex \${wide ? 'gap-2' : ''} text-right\`
`],
  ['no-restricted-syntax', 'app/_ui/own-side.tsx', `/** Mark is a mark. */
export const Mark = (): unknown => <i style={{ top: 0, left: 4 }} />
`],
]

/** LINT_PASSES is code that looks like a violation and is none. */
export const LINT_PASSES: Readonly<Record<string, string>> = {
  'server/platform/system.ts': `/** systemExec speaks to the database. */
export const systemExec = (): { query: (sql: string) => Promise<void> } => ({ query: () => Promise.resolve() })
`,
  'server/core/kernel/given-time.ts': `/** at makes a Date of an argument. */
export const at = (ms: number): Date => new Date(ms)
`,
  'server/core/kernel/group.ts': `/** ONE and TWO are numbers. */
export const ONE = 1
export const TWO = 2
`,
  'server/cli/start.mjs': `console.log(process.env.PORT)
`,
  'app/_lib/build.ts': `/** development is true in a development build. */
export const development = process.env.NODE_ENV === 'development'
`,
  'app/_ui/by-reading.ts': `/** look is a look. */
export const look = 'ms-2 pe-[3px] inset-s-2 text-end border-s rounded-e-lg left-to-right'
`,
  'server/flows/handles.ts': `/** read reads. */
export const read = (text: string): unknown => { try { return JSON.parse(text) as unknown } catch { return undefined } }
`,
}
