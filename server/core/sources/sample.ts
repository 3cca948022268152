/** Sample is a message's content as it is shown to a person: JSON that may have been thinned out, or the beginning of a text. */
export interface Sample {
  readonly text: string
  readonly json: boolean
  /** True when something was left out. */
  readonly cut: boolean
}

/** SAMPLE_LIMITS bound what is kept of one message, so that any message can be shown: leaves and depth of JSON, characters of a name and of a text. */
export const SAMPLE_LIMITS = { bytes: 1_000_000, leaves: 150, depth: 8, name: 80, text: 120, plain: 500 } as const

interface Budget {
  leaves: number
  cut: boolean
}

// What is left out leaves the rest where it was: lists are cut at their end, objects lose members, so every path stays true.
function thin(value: unknown, depth: number, budget: Budget): unknown {
  if (typeof value === 'string' && value.length > SAMPLE_LIMITS.text) {
    budget.cut = true
    return `${value.slice(0, SAMPLE_LIMITS.text)}…`
  }
  if (value === null || typeof value !== 'object') return value
  if (depth >= SAMPLE_LIMITS.depth) {
    budget.cut = true
    return Array.isArray(value) ? [] : {}
  }
  const inner = (member: unknown): unknown => thin(member, depth + 1, budget)
  if (Array.isArray(value)) return value.filter(() => spend(budget)).map(inner)
  return Object.fromEntries(Object.entries(value).filter(([name]) => fits(name, budget) && spend(budget)).map(([name, member]) => [name, inner(member)]))
}

function spend(budget: Budget): boolean {
  budget.leaves -= 1
  if (budget.leaves < 0) budget.cut = true
  return budget.leaves >= 0
}

function fits(name: string, budget: Budget): boolean {
  if (name.length <= SAMPLE_LIMITS.name) return true
  budget.cut = true
  return false
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    // Not JSON is an expected answer: then the text itself is shown.
    return null
  }
}

/** shownText is the beginning of a text without what a database refuses: zeros and halves of characters. */
export const shownText = (text: string, most: number): string => text.slice(0, most).replaceAll('\u0000', '\ufffd').toWellFormed()

/** sampleOf makes what a person is shown of a message's bytes, never more than SAMPLE_LIMITS allow. */
export function sampleOf(payload: Uint8Array): Sample {
  const tooLong = payload.byteLength > SAMPLE_LIMITS.bytes
  const text = new TextDecoder().decode(payload.subarray(0, SAMPLE_LIMITS.bytes))
  const json = tooLong ? null : parsed(text)
  if (json === null) return { text: shownText(text, SAMPLE_LIMITS.plain), json: false, cut: tooLong || text.length > SAMPLE_LIMITS.plain }
  const budget = { leaves: SAMPLE_LIMITS.leaves, cut: false }
  return { text: JSON.stringify(thin(json.value, 0, budget)), json: true, cut: budget.cut }
}
