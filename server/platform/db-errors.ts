// PostgreSQL's classes: 08 connection, 53 out of resources (disk, memory, connections), 57P operator and crash shutdown, 58 system error.
const UNAVAILABLE = /^(08|53|57P|58)/
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'ENETUNREACH'])
// Prisma: cannot reach, timed out, closed; no transaction to be had in time (P2024, P2028).
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** isDatabaseDown tells whether an error says that the database cannot work just now, rather than that we asked for something wrong. */
export function isDatabaseDown(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined && (UNAVAILABLE.test(code) || NETWORK.has(code) || PRISMA.has(code))) return true
  if (!(error instanceof Error)) return false
  if (/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message)) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown)
  return error.cause !== undefined && error.cause !== error && isDatabaseDown(error.cause)
}
