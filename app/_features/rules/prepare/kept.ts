import type { Definition } from './rule.ts'

const EMPTY = '(empty)'

/** writeKept writes a definition as text for this tab's memory; a number that is not typed yet stays so. */
export const writeKept = (definition: Definition): string =>
  JSON.stringify(definition, (_key, value: unknown) => (typeof value === 'number' && Number.isNaN(value) ? EMPTY : value))

/** readKept reads such a text back; null when there is none or it is not a rule. */
export function readKept(text: string | null): Definition | null {
  if (text === null) return null
  try {
    const given: unknown = JSON.parse(text, (_key, value: unknown) => (value === EMPTY ? Number.NaN : value))
    const looksRight = typeof given === 'object' && given !== null && (given as { kind?: unknown }).kind === 'threshold' && Array.isArray((given as { points?: unknown }).points)
    return looksRight ? (given as Definition) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** briefly leaves out of a definition what it says by default, so that a trial of many bands still fits into an address. */
export const briefly = (definition: Definition): object => ({
  ...definition,
  gate: definition.gate === null ? null : { ...definition.gate, bands: definition.gate.bands.map(({ clear, ...band }) => (clear === null ? band : { ...band, clear })) },
})
