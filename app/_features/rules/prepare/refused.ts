import * as z from 'zod'
import type { Definition } from './rule.ts'
import { wordOf, type Problem } from './words.ts'

/** Refused is a definition that the server did not take, with its words, and at which places when it named them. */
export interface Refused {
  readonly definition: Definition
  readonly message: string
  readonly problems: readonly Problem[]
}

const issue = z.object({ path: z.string(), message: z.string(), key: z.string().nullable().default(null), bound: z.number().nullable().default(null) })
// What the client throws carries what the server said of it.
const refusal = z.object({ data: z.object({ issues: z.array(issue).catch([]) }) })

const steps = (path: string): (string | number)[] => (path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)))

/** refusedBy reads why the server did not take a definition, for the fields that it is about. */
export function refusedBy(error: unknown, definition: Definition): Refused {
  const parsed = refusal.safeParse(error)
  const issues = parsed.success ? parsed.data.data.issues : []
  return {
    definition, message: error instanceof Error ? error.message : String(error),
    problems: issues.map(({ path, ...issue }) => ({ ...issue, path: steps(path), word: wordOf(steps(path)), params: {} })),
  }
}
