import type { RuleFile } from './format.ts'

/** StoredRule is a rule as it stands: its newest version, the class or machine it is for, and its tests. */
export interface StoredRule {
  readonly name: string
  readonly class: string | null
  readonly machine: string | null
  readonly definition: RuleFile['definition'] | null
  readonly tests: readonly unknown[]
}

/** FieldChange is one field that a file would change; values as they stand in the file. */
export interface FieldChange { readonly field: string; readonly from: unknown; readonly to: unknown }

/** RuleChange is what importing one rule would do. A new place (another class or machine) is no change of a rule: it is refused. */
export interface RuleChange { readonly name: string; readonly change: 'new' | 'changed' | 'same' | 'refused'; readonly fields: readonly FieldChange[] }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const fieldChanges = (from: RuleFile['definition'] | null, to: RuleFile['definition']): FieldChange[] => {
  const before = new Map<string, unknown>(Object.entries(from ?? {}))
  return Object.entries(to).filter(([field, value]) => !same(before.get(field), value)).map(([field, value]) => ({ field, from: before.get(field) ?? null, to: value }))
}

/** changeOf tells what importing a file would do to the rules that are there. */
export const changeOf = (file: RuleFile, stored: readonly StoredRule[]): RuleChange => {
  const own = stored.find((rule) => rule.name === file.name)
  if (own === undefined) return { name: file.name, change: 'new', fields: fieldChanges(null, file.definition) }
  if (own.class !== (file.class ?? null) || own.machine !== (file.machine ?? null)) {
    return { name: file.name, change: 'refused', fields: [{ field: 'class', from: own.class ?? own.machine, to: file.class ?? file.machine ?? null }] }
  }
  const fields = fieldChanges(own.definition, file.definition)
  if (file.tests !== undefined && !same(own.tests, file.tests)) fields.push({ field: 'tests', from: own.tests, to: file.tests })
  return { name: file.name, change: fields.length === 0 ? 'same' : 'changed', fields }
}
