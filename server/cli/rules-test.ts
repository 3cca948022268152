// `npm run rules:test [-- files or folders …]`: runs the tests that stand beside rules in YAML files; ends with "N passed, N failed".
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { runRuleTest } from '#server/core/rule-tests/run.ts'
import { parseTests, readRules } from '#server/modules/condition/index.ts'

const HOME = 'tests/rules'

const filesIn = (place: string): string[] => {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found === undefined) throw new AppError('not-found', `There is no file or folder ${place}.`)
  if (!found.isDirectory()) return [place]
  return readdirSync(place).sort().flatMap((name) => filesIn(path.join(place, name))).filter((file) => /\.ya?ml$/.test(file))
}

const counts = { passed: 0, failed: 0 }
try {
  const places = process.argv.slice(2)
  const files = (places.length > 0 ? places : [HOME]).flatMap(filesIn)
  if (files.length === 0) throw new AppError('not-found', 'There are no YAML files there.')
  for (const file of files) {
    for (const rule of readRules(readFileSync(file, 'utf8'))) {
      for (const test of rule.tests === undefined ? [] : parseTests({ tests: rule.tests })) {
        const { passed, failures } = runRuleTest(rule.definition, test)
        counts[passed ? 'passed' : 'failed'] += 1
        console.log(`${passed ? '✓' : '✗'} ${file}: ${rule.name}: ${test.name}`)
        for (const failure of failures) console.log(`    ${failure}`)
      }
    }
  }
} catch (error) {
  console.error(error instanceof AppError ? error.message : error)
  counts.failed += 1
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
