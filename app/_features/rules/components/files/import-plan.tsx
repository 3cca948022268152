'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Arrow } from '../../../../_ui/arrow.tsx'
import { hasSomething, shownValue, type Plan } from '../../prepare/plan.ts'
import { TestResults } from '../tests/test-results.tsx'

/** ImportPlan shows what an import would do: each rule with its changed fields, before and after, and the outcome of its tests. */
export function ImportPlan({ plan }: { readonly plan: Plan }): ReactNode {
  const t = useTranslations('ruleFiles.plan')
  return (
    <div className="mt-4" role="status">
      <h3 className="text-14 font-strong">{t('title')}</h3>
      {!hasSomething(plan) && <p className="mt-1 text-13 text-fg-2">{t(plan.some((one) => one.change === 'refused') ? 'refusedAll' : 'nothing')}</p>}
      <ul className="mt-2 grid gap-3">
        {plan.map((one) => (
          <li key={one.name} className="border-t border-line-soft pt-2 text-13">
            <p><b className="font-strong">{one.name}</b> <span className="text-fg-2">{t(one.change)}</span></p>
            {one.change === 'changed' && (
              <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-12">
                {one.fields.map(({ field, from, to }) => (
                  <div key={field} className="contents">
                    <dt className="text-fg-2">{field}</dt>
                    <dd className="num break-words"><del className="text-fg-2">{shownValue(from)}</del> <Arrow /> {shownValue(to)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {one.tests.length > 0 && <div className="mt-1.5"><TestResults results={one.tests} /></div>}
          </li>
        ))}
      </ul>
    </div>
  )
}
