'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationFields } from './duration-fields.tsx'

const HINTS = { forMs: 'atOnceHint', keepFiringMs: 'keepHint', warmupMs: 'warmupHint' } as const

/** DurationEditor sets one of the rule's lengths of time. */
export function DurationEditor({ definition, change, problems, field }: EditorProps & { readonly field: keyof typeof HINTS }): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const problem = problemAt(problems, field)
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <DurationFields key={field} ms={definition[field]} error={problem && problemWords(problem)} onChange={(ms) => { change({ ...definition, [field]: ms }) }} />
      <p className="max-w-[60ch] pt-4 text-12 text-fg-2">{t(HINTS[field])}</p>
    </div>
  )
}
