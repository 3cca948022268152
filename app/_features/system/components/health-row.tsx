'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { useHealthWords } from '../hooks/use-health-words.tsx'
import { isAboutSources, type Sentence } from '../prepare/health.ts'
import { SeverityMark } from './severity-mark.tsx'

/** HealthRow is one sentence about the system: mark and word, what is so, and what to do. */
export function HealthRow({ sentence }: { readonly sentence: Sentence }): ReactNode {
  const t = useTranslations('system.page')
  const words = useHealthWords()
  const { says, todo } = words(sentence)
  const abnormal = sentence.severity !== 'ok'
  return (
    <li className={cx('grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3 border-t border-line-soft px-3.5 first:border-t-0', abnormal ? 'py-3' : 'py-2')}>
      <span className="mt-px"><SeverityMark severity={sentence.severity} /></span>
      <div className="min-w-0 max-w-[75ch]">
        <p className={abnormal ? 'text-15 text-pretty' : 'text-13 leading-[22px] text-fg-2'}>{says}</p>
        {todo !== null && (
          <p className="mt-0.5 text-13 text-pretty text-fg-2">
            {todo} {isAboutSources(sentence.key) && <Link href="/sources" className="touch inline-flex min-h-6 items-center">{t('seeSources')}</Link>}
          </p>
        )}
      </div>
      <span className={cx('text-12 leading-[22px] whitespace-nowrap', abnormal ? 'font-strong' : 'text-fg-2')}>{t(`severity.${sentence.severity}`)}</span>
    </li>
  )
}
