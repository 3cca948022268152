'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { SignatureAnswer } from './signature-answer.tsx'

/** ClosingSignature asks before an order is closed for each signature that its steps require and nobody has given. */
export function ClosingSignature({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts.signature')
  const open = seen.tasks.filter((task) => task.kind === 'signature' && task.answer === null && !task.isolated)
  if (open.length === 0 || !seen.allowed.includes('answerTask')) return null
  return (
    <section aria-label={t('required')} className="mt-5 grid gap-3">
      <h2 className="text-m22 font-strong">{t('required')}</h2>
      {open.map((task) => <div key={task.id}><p className="text-m18 break-words">{task.title}</p><SignatureAnswer seen={seen} taskId={task.id} /></div>)}
    </section>
  )
}
