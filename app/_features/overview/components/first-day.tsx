'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { IconButton } from '../../../_ui/button.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { FIRST_DAY_COOKIE, hrefOfStep } from '../prepare/first-day.ts'

const YEAR_S = 365 * 24 * 3600

/** FirstDay is the short list of a newcomer in this role; a step is ticked when it was really done. */
export function FirstDay({ hidden }: { readonly hidden: boolean }): ReactNode {
  const t = useTranslations('overview.firstDay')
  const { firstDay, personId, sites } = useMe()
  const [closed, setClosed] = useState(hidden)
  if (closed || firstDay.length === 0 || !sites.some((site) => site.demo)) return null
  const done = firstDay.filter((step) => step.done).length
  const close = (): void => {
    document.cookie = `${FIRST_DAY_COOKIE}=${personId}; path=/; max-age=${YEAR_S}; samesite=lax`
    setClosed(true)
  }
  return (
    <section aria-labelledby="first-day-title" className="mb-4 rounded-lg border border-line bg-surface py-1 pe-1 ps-4">
      <header className="flex items-center gap-2.5">
        <h2 id="first-day-title" className="text-14 font-strong">{t('title')}</h2>
        <span className="num text-12 text-fg-2">{t('done', { done, all: firstDay.length })}</span>
        <span className="ms-auto"><IconButton label={t('close')} onPress={close}><X size={16} strokeWidth={1.5} aria-hidden /></IconButton></span>
      </header>
      <ul className="flex flex-wrap gap-x-6 pb-2">
        {firstDay.map(({ step, done: ticked }) => (
          <li key={step} className="flex min-h-8 items-center gap-2 text-13">
            <span aria-hidden className={cx('grid size-[18px] shrink-0 place-items-center rounded-pill border', ticked ? 'border-g9 bg-g9 text-surface' : 'border-g8')}>
              {ticked && <Check size={12} strokeWidth={2.4} />}
            </span>
            {ticked
              ? <span className="text-fg-2">{t(`step.${step}`)}</span>
              : <Link href={hrefOfStep(step)} className="touch inline-flex min-h-6 items-center">{t(`step.${step}`)}</Link>}
            {ticked && <span className="sr-only">{t('ticked')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
