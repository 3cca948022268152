'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** TestResult is one test with what was not as expected. */
interface TestResult { readonly name: string; readonly passed: boolean; readonly failures: readonly string[] }

/** TestResults lists tests, the failed ones first, each with a sign, a word and what was not as expected. */
export function TestResults({ results }: { readonly results: readonly TestResult[] }): ReactNode {
  const t = useTranslations('ruleFiles.tests')
  const failed = results.filter((one) => !one.passed)
  return (
    <div role="status">
      <p className="text-13 font-mid">{t('counts', { passed: results.length - failed.length, failed: failed.length })}</p>
      <ul className="mt-2 grid gap-2 text-13">
        {[...failed, ...results.filter((one) => one.passed)].map((one, index) => (
          <li key={`${index}:${one.name}`} className={one.passed ? undefined : 'border-s-2 border-g12 ps-2.5'}>
            <span className={one.passed ? undefined : 'font-strong'}><span aria-hidden>{one.passed ? '✓ ' : '✗ '}</span>{one.name}</span>
            <span className="text-12 text-fg-2"> {t(one.passed ? 'passed' : 'failed')}</span>
            {one.failures.map((failure) => <p key={failure} className="text-12 text-pretty">{failure}</p>)}
          </li>
        ))}
      </ul>
    </div>
  )
}
