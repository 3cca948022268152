import { changeOf, type RuleChange, type StoredRule as FileRule } from '#server/core/rule-files/diff.ts'
import type { RuleFile } from '#server/core/rule-files/format.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { runRuleTest, type TestResult } from '#server/core/rule-tests/run.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { requireEverywhere, siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '../../platform/audit.ts'
import { withTenant, type Tx } from '../../platform/db.ts'
import { publishLive } from '../../platform/live.ts'
import { changeRule, parseDefinition } from './change-rule.ts'
import { createRuleIn, saveDraftIn } from './edit-rule.ts'
import { findPlace, saveTests, testsOf } from './rule-files.repo.ts'
import { parseTests, readRules, readTests, writeRules, writeTests } from './rule-yaml.ts'
import { findRule, listRules, type StoredRule } from './rules.repo.ts'

const testsIn = (rule: StoredRule): readonly unknown[] => (Array.isArray(rule.tests) ? rule.tests : [])

const fileRule = (rule: StoredRule): FileRule => {
  const parsed = ruleDefinition.safeParse(rule.versions[0]?.definition)
  return { name: rule.name, class: rule.class?.code ?? null, machine: rule.asset?.tag ?? null, definition: parsed.success ? parsed.data : null, tests: testsIn(rule) }
}

async function visibleRules(tx: Tx, actor: Actor): Promise<StoredRule[]> {
  const scope = siteScope(actor, 'rule.read')
  return (await listRules(tx)).filter((rule) => scope === 'all' || !rule.asset || scope.includes(rule.asset.siteId))
}

/** exportRules writes every rule that the person may see, in its newest version and with its tests, as one YAML text. */
export const exportRules = (actor: Actor): Promise<{ text: string }> =>
  withTenant(actor.orgId, async (tx) => ({ text: writeRules((await visibleRules(tx, actor)).map(fileRule)) }))

/** PlannedChange is what importing one rule would do, with the outcome of the tests that come with it. */
export interface PlannedChange extends RuleChange { readonly tests: readonly TestResult[] }

const planOf = (files: readonly RuleFile[], stored: readonly FileRule[]): PlannedChange[] =>
  files.map((file) => ({ ...changeOf(file, stored), tests: file.tests === undefined ? [] : parseTests({ tests: file.tests }).map((test) => runRuleTest(file.definition, test)) }))

/** planImport tells what importing a text of rules would do, and does nothing. It concerns every site. */
export async function planImport(actor: Actor, text: string): Promise<PlannedChange[]> {
  requireEverywhere(actor, 'rule.edit')
  const files = readRules(text)
  return withTenant(actor.orgId, async (tx) => planOf(files, (await listRules(tx)).map(fileRule)))
}

/** importRules makes new rules and changed drafts of a text, all or nothing; nothing is published. What is the same is left alone; a refused one refuses the whole. */
export async function importRules(actor: Actor, text: string): Promise<{ created: number; changed: number }> {
  requireEverywhere(actor, 'rule.edit')
  const files = readRules(text)
  return withTenant(actor.orgId, async (tx) => {
    const rules = await listRules(tx)
    const plan = planOf(files, rules.map(fileRule))
    const done = { created: 0, changed: 0 }
    for (const [index, file] of files.entries()) {
      const change = plan[index]?.change
      if (change === 'new') done.created += await create(tx, actor, file)
      else if (change === 'changed' || change === 'refused') done.changed += await update(tx, actor, file, rules.find((rule) => rule.name === file.name), change)
    }
    await writeAudit(tx, { actor, action: 'rule.import', entity: 'rule', entityId: actor.orgId, after: done })
    return done
  })
}

async function create(tx: Tx, actor: Actor, file: RuleFile): Promise<number> {
  const place = await findPlace(tx, file.class ?? null, file.machine ?? null)
  if (!place) throw notFound(`The ${file.class === undefined ? `machine "${file.machine ?? ''}"` : `class "${file.class}"`} of the rule "${file.name}"`)
  const { id } = await createRuleIn(tx, actor, { name: file.name, ...place, definition: file.definition })
  if (file.tests !== undefined) await saveTests(tx, id, file.tests)
  return 1
}

async function update(tx: Tx, actor: Actor, file: RuleFile, rule: StoredRule | undefined, change: 'changed' | 'refused'): Promise<number> {
  if (rule === undefined || change === 'refused') throw notFound(`A rule "${file.name}" for the same class or machine`)
  await saveDraftIn(tx, actor, { id: rule.id, definition: file.definition })
  if (file.tests !== undefined) await saveTests(tx, rule.id, file.tests)
  return 1
}

/** ruleTests gives a rule's tests as YAML, empty where it has none. */
export const ruleTests = (actor: Actor, id: string): Promise<{ text: string }> =>
  withTenant(actor.orgId, async (tx) => {
    const scope = siteScope(actor, 'rule.read')
    const rule = await findRule(tx, id)
    if (!rule || (scope !== 'all' && rule.asset && !scope.includes(rule.asset.siteId))) throw notFound('This rule')
    return { text: writeTests(await testsOf(tx, id)) }
  })

/** runTests runs tests over a definition that need not be saved. */
export const runTests = (input: { definition: unknown; text: string }): TestResult[] => {
  const definition = parseDefinition(input.definition)
  return readTests(input.text).parsed.map((test) => runRuleTest(definition, test))
}

/** saveRuleTests keeps a rule's tests; an empty text removes them. */
export const saveRuleTests = (actor: Actor, input: { id: string; text: string }): Promise<{ count: number }> =>
  changeRule(actor, 'rule.edit', input.id, 'rule.save-tests', async (tx) => {
    const written = input.text.trim() === '' ? [] : readTests(input.text).written
    await saveTests(tx, input.id, written)
    await publishLive(tx.exec, tx.orgId, { entity: 'rule', id: input.id })
    return { count: written.length }
  })
