import { describe, expect, it } from 'vitest'
import { exportRules, importRules, listRules, planImport, publishRule, ruleTests, runTests, saveRuleTests } from '#server/modules/condition/index.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant } from '#tests/harness/plant.ts'

useTestDatabase()

const RULE = { kind: 'threshold' as const, points: ['temp'], direction: 'above' as const, limit: 80, priority: 3 as const }
const TESTS = 'tests:\n  - name: fires above the limit\n    series: { temp: 70x3 90 }\n    expect:\n      - { at: 4m, states: { temp: firing } }\n'

async function plantWith(rules: readonly (typeof RULE)[]): Promise<{ actor: Actor }> {
  const plant = await makePlant({ rules })
  return { actor: { type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role: 'reliability-engineer', siteId: null }] } }
}
const only = async (actor: Actor) => {
  const [rule] = await listRules(actor)
  if (rule === undefined) throw new Error('the plant has a rule')
  return rule
}

describe('rules as files', () => {
  it('come back as they went', async () => {
    const { actor } = await plantWith([RULE])
    const { text } = await exportRules(actor)
    expect(text).toContain('limit: 80')
    expect(text).not.toContain('keepFiringMs')
    expect((await planImport(actor, text)).map((one) => one.change)).toEqual(['same'])
    expect(await importRules(actor, text)).toEqual({ created: 0, changed: 0 })
  })

  it('change drafts and make new rules, and publish nothing', async () => {
    const { actor } = await plantWith([RULE])
    const { text } = await exportRules(actor)
    const changed = text.replace('limit: 80', 'limit: 85')
    const both = `${changed}---\nname: Another\nclass: MACHINE\ndefinition: { kind: threshold, points: [temp], direction: below, limit: 5, priority: 2 }\n${TESTS}`
    const plan = await planImport(actor, both)
    expect(plan.map((one) => [one.change, one.tests.map((test) => test.passed)])).toEqual([['changed', []], ['new', [false]]])
    expect(plan[0]?.fields).toEqual([{ field: 'limit', from: 80, to: 85 }])
    expect(await importRules(actor, both)).toEqual({ created: 1, changed: 1 })
    const rules = await listRules(actor)
    expect(rules.map((rule) => [rule.status, rule.hasDraft]).sort()).toEqual([['draft', true], ['published', true]])
  })

  it('are taken all or not at all', async () => {
    const { actor } = await plantWith([RULE])
    const { text } = await exportRules(actor)
    const bad = `${text.replace('limit: 80', 'limit: 85')}---\nname: Another\nclass: NOWHERE\ndefinition: { kind: threshold, points: [temp], direction: below, limit: 5, priority: 2 }\n`
    await expect(importRules(actor, bad)).rejects.toThrow('NOWHERE')
    expect((await planImport(actor, text)).map((one) => one.change)).toEqual(['same'])
  })

  it.each([
    ['no YAML', 'name: [', 'is no YAML'],
    ['nothing', '', 'no rule'],
    ['a rule that is not complete', 'name: x\nclass: MACHINE\ndefinition: { kind: threshold, points: [temp], direction: above, priority: 3 }', 'limit'],
    ['a rule for nobody', 'name: x\ndefinition: { kind: threshold, points: [temp], direction: above, limit: 1, priority: 3 }', 'either a class or one machine'],
    ['a tag that would run code', 'name: !!js/function "x"\nclass: MACHINE\ndefinition: {}', 'Rule 1'],
  ])('say what is wrong: %s', async (_name, text, words) => {
    const { actor } = await plantWith([RULE])
    await expect(planImport(actor, text)).rejects.toThrow(words)
  })

  it('refuse a rule of the same name for another class', async () => {
    const { actor } = await plantWith([RULE])
    const { text } = await exportRules(actor)
    const elsewhere = text.replace('class: MACHINE', 'class: OTHER')
    expect((await planImport(actor, elsewhere)).map((one) => one.change)).toEqual(['refused'])
    await expect(importRules(actor, elsewhere)).rejects.toThrow('for the same class')
  })
})

describe('a rule\'s tests', () => {
  it('are kept as written, run over a draft, and exported with it', async () => {
    const { actor } = await plantWith([RULE])
    const rule = await only(actor)
    expect(await saveRuleTests(actor, { id: rule.id, text: TESTS })).toEqual({ count: 1 })
    expect((await ruleTests(actor, rule.id)).text).toContain('fires above the limit')
    expect(runTests({ definition: RULE, text: TESTS })).toEqual([{ name: 'fires above the limit', passed: true, failures: [] }])
    expect(runTests({ definition: { ...RULE, limit: 95 }, text: TESTS })[0]).toMatchObject({ passed: false, failures: [expect.stringContaining('temp is normal, expected firing')] })
    expect((await exportRules(actor)).text).toContain('fires above the limit')
    await expect(publishRule(actor, { id: rule.id, note: 'nothing changed' })).rejects.toThrow('no draft')
    expect(await saveRuleTests(actor, { id: rule.id, text: '' })).toEqual({ count: 0 })
    expect((await ruleTests(actor, rule.id)).text).toBe('')
  })
})
