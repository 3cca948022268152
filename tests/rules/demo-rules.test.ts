import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '#prisma/seed/demo/rules.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { runRuleTest } from '#server/core/rule-tests/run.ts'
import { parseTests, readRules } from '#server/modules/condition/index.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yaml')).flatMap((name) => readRules(readFileSync(path.join(import.meta.dirname, name), 'utf8')))

describe('the rule files beside this', () => {
  it.each(files.map((file) => [file.name, file] as const))('%s says what the demo publishes', (name, file) => {
    const published = RULES.find((rule) => rule.name === name)
    expect(file.definition).toEqual(published && ruleDefinition.parse(published.definition))
  })

  it.each(files.flatMap((file) => parseTests({ tests: file.tests }).map((test) => [`${file.name}: ${test.name}`, file, test] as const)))('%s', (_name, file, test) => {
    expect(runRuleTest(file.definition, test).failures).toEqual([])
  })

  it('have tests for every rule that watches the recorded machines', () => {
    expect(files.length).toBeGreaterThanOrEqual(5)
    for (const file of files) expect(file.tests?.length ?? 0).toBeGreaterThan(0)
  })
})
