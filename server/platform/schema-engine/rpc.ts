/** Engine is the schema engine's methods by name (applyMigrations, diff, …): parameters in, result out. */
export type Engine = Readonly<Record<string, (params: unknown) => Promise<unknown>>>

interface Request {
  readonly id: number
  readonly method?: string
  readonly params?: unknown
}

/**
 * answer runs one line of JSON-RPC 2.0 and gives the messages to send back: none for a line that asks nothing (Prisma's
 * own answers), the text of a `diff` as a "print" request before its result, and an error in the shape Prisma shows.
 */
export async function answer(line: string, engine: Engine): Promise<object[]> {
  const request = JSON.parse(line) as Request
  if (!request.method) return []
  const reply = { jsonrpc: '2.0', id: request.id }
  try {
    const method = engine[request.method]
    if (!method) throw new Error(`The schema engine has no method ${request.method}.`)
    const result = (await method(request.params)) ?? {}
    if (request.method !== 'diff') return [{ ...reply, result }]
    const { stdout, exitCode } = result as { stdout?: string | null; exitCode: number }
    const print = typeof stdout === 'string' ? [{ jsonrpc: '2.0', id: `print-${request.id}`, method: 'print', params: { content: stdout } }] : []
    return [...print, { ...reply, result: { exitCode } }]
  } catch (error) {
    const { message, code, meta } = error as { message?: string; code?: string; meta?: unknown }
    const words = message ?? String(error)
    // 4466: the code of the engine's own user-facing errors.
    return [{ ...reply, error: { code: 4466, message: words, data: { is_panic: false, message: words, error_code: code, meta } } }]
  }
}
