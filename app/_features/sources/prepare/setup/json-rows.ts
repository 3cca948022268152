import { pathOf } from '#server/core/sources/json-path.ts'

/** JsonRow is one line of a message shown as a tree: its name, how deep it stands, where it is, and (for a leaf) what stands there. */
export interface JsonRow {
  readonly path: string
  readonly name: string
  readonly depth: number
  /** Null for an object or a list, whose members follow. */
  readonly text: string | null
  /** True for what can be read as a number: a number, a yes or no, or text that is one. */
  readonly numeric: boolean
}

const isNumeric = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))

/** jsonRows lays parsed JSON out as lines, from the outside in. */
export function jsonRows(value: unknown, steps: readonly (string | number)[] = []): readonly JsonRow[] {
  const leaf = value === null || typeof value !== 'object'
  const row: JsonRow = { path: pathOf(steps), name: String(steps.at(-1) ?? '$'), depth: steps.length, text: leaf ? JSON.stringify(value) : null, numeric: isNumeric(value) }
  if (leaf) return [row]
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? value.map((member, index) => [index, member] as const) : Object.entries(value)
  const inner = members.flatMap(([name, member]) => jsonRows(member, [...steps, name]))
  // The outermost object needs no line of its own.
  return steps.length === 0 ? inner : [row, ...inner]
}
