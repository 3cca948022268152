// One step of a path: `.name`, `[0]`, or `["any text at all"]` for a name in which a dot, a bracket or a quote stands.
const STEP = /\.?([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y
const PLAIN = /^[^.[\]"$\s][^.[\]"]*$/

/** stepsOf splits a path such as `$.a.b[0]` into names and indexes; `$` or nothing is the whole (no steps); null when the text is no path. */
export function stepsOf(path: string): string[] | null {
  const from = path.startsWith('$') ? 1 : 0
  const steps: string[] = []
  STEP.lastIndex = from
  for (let at = from; at < path.length; at = STEP.lastIndex) {
    const [, name, index, quoted] = STEP.exec(path) ?? []
    const step = name ?? index ?? (quoted === undefined ? null : unquoted(quoted))
    if (step === null) return null
    steps.push(step)
  }
  return steps
}

function unquoted(text: string): string | null {
  try {
    return JSON.parse(text) as string
  } catch {
    // A broken escape is an expected answer: the text is no path.
    return null
  }
}

/** pathOf writes the path that leads through names (text) and indexes (numbers), so that stepsOf reads it back. */
export const pathOf = (steps: readonly (string | number)[]): string =>
  `$${steps.map((step) => (typeof step === 'number' ? `[${step}]` : PLAIN.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`)).join('')}`

/** readPath returns what a path names inside parsed JSON; undefined when it is not there, or the text is no path. */
export function readPath(root: unknown, path: string): unknown {
  const steps = stepsOf(path)
  if (steps === null) return undefined
  let here: unknown = root
  for (const step of steps) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  return here
}
