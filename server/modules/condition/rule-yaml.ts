import { parseAllDocuments, parseDocument, stringify } from 'yaml'
import { ruleFile, withoutDefaults, type RuleFile } from '#server/core/rule-files/format.ts'
import type { StoredRule } from '#server/core/rule-files/diff.ts'
import { ruleTestFile, type RuleTest } from '#server/core/rule-tests/format.ts'
import { AppError } from '#server/core/kernel/errors.ts'

const MOST_TEXT = 2_000_000

const tooLong = (text: string): void => {
  if (text.length > MOST_TEXT) throw new AppError('invalid', 'This text has more than two million characters: split it.')
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** writeRules writes rules as one YAML text, a document each, with what somebody decided and nothing else. */
export const writeRules = (rules: readonly StoredRule[]): string =>
  rules.flatMap(({ definition, class: kind, machine, name, tests }) => {
    if (definition === null) return []
    const place = machine === null ? { class: kind } : { machine }
    return [stringify({ name, ...place, definition: withoutDefaults(definition), ...(tests.length > 0 ? { tests } : {}) }, { lineWidth: 120 })]
  }).join('---\n')

/** readRules reads rules from a YAML text, a document each; 'invalid' names the document, the place and the reason. */
export function readRules(text: string): RuleFile[] {
  tooLong(text)
  // The library's aliases are resolved with a bound of its own, so a small text cannot unfold into a huge one.
  const documents = parseAllDocuments(text)
  const found = Array.isArray(documents) ? documents : []
  const files = found.map((document, index) => {
    const broken = document.errors[0]
    if (broken) throw new AppError('invalid', `Rule ${index + 1} of the text is no YAML: ${broken.message.split('\n')[0] ?? ''}`)
    const parsed = ruleFile.safeParse(document.toJS())
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw new AppError('invalid', `Rule ${index + 1} of the text: ${pathOf(issue?.path ?? [])}: ${issue?.message ?? 'cannot be read.'}`)
  })
  if (files.length === 0) throw new AppError('invalid', 'There is no rule in this text.')
  const twice = files.find((file, index) => files.findIndex((other) => other.name === file.name) !== index)
  if (twice) throw new AppError('invalid', `The rule "${twice.name}" stands twice in the text.`)
  return files
}

/** readTests reads a rule's tests from a YAML text with a list "tests"; 'invalid' names the place and the reason. The tests as written come beside the parsed ones. */
export function readTests(text: string): { parsed: readonly RuleTest[]; written: readonly unknown[] } {
  tooLong(text)
  const document = parseDocument(text)
  const broken = document.errors[0]
  if (broken) throw new AppError('invalid', `This is no YAML: ${broken.message.split('\n')[0] ?? ''}`)
  const given: unknown = document.toJS()
  return { parsed: parseTests(given), written: (given as { tests: readonly unknown[] }).tests }
}

/** parseTests reads tests as they are stored; 'invalid' names the place and the reason. */
export function parseTests(given: unknown): readonly RuleTest[] {
  const parsed = ruleTestFile.safeParse(given)
  if (parsed.success) return parsed.data.tests
  const issue = parsed.error.issues[0]
  throw new AppError('invalid', `${pathOf(issue?.path ?? [])}: ${issue?.message ?? 'cannot be read.'}`)
}

/** writeTests writes a rule's tests as YAML. */
export const writeTests = (tests: readonly unknown[]): string => (tests.length === 0 ? '' : stringify({ tests }, { lineWidth: 120 }))
