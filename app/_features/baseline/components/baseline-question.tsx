'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { useRestartWords } from '../../../_lib/words/use-restart-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import { DecideDialog } from './decide-dialog.tsx'

type Question = NonNullable<Outputs['assets']['get']['baseline']>

/** BaselineQuestion asks whether what was learnt of a machine since a repair may be judged by; nothing where nothing is asked. */
export function BaselineQuestion({ assetId }: { readonly assetId: string }): ReactNode {
  const { data } = useSuspenseQuery(useTRPC().assets.get.queryOptions({ id: assetId }))
  return data.baseline === null ? null : <Asked key={data.baseline.id} question={data.baseline} />
}

function Asked({ question }: { readonly question: Question }): ReactNode {
  const t = useTranslations('baselines')
  const words = useRestartWords()
  const [answer, setAnswer] = useState<'accept' | 'refuse' | null>(null)
  const hasOld = question.findings.some((one) => one.was !== null)
  return (
    <Panel className="mt-4" strong title={<Term term="baseline">{t('title')}</Term>}>
      <p className="max-w-[75ch] text-13 text-pretty">
        {words({ ...question, order: null })}, <Timestamp at={question.at} className="num" />
        {question.order !== null && <> · <Link href={`/work-orders/${question.order}`} className="inline-block min-h-6">{question.order}</Link></>}
      </p>
      <p className="max-w-[75ch] text-13 text-pretty text-fg-2">{t(hasOld ? 'oldJudges' : 'newJudges')}</p>
      <ul className="mt-2 grid gap-1.5">
        {question.findings.map((finding) => <Finding key={`${finding.rule.id} ${finding.point}`} finding={finding} />)}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onPress={() => { setAnswer('accept') }}>{t('accept')}</Button>
        <Button onPress={() => { setAnswer('refuse') }}>{t(hasOld ? 'keepOld' : 'learnAgain')}</Button>
      </div>
      {answer !== null && <DecideDialog id={question.id} accept={answer === 'accept'} hasOld={hasOld} onClose={() => { setAnswer(null) }} />}
    </Panel>
  )
}

function Finding({ finding: { finding, point, unit, was, is, rule } }: { readonly finding: Question['findings'][number] }): ReactNode {
  const t = useTranslations('baselines')
  return (
    <li className="text-13 text-pretty">
      <b className="font-mid">{point}</b>{': '}
      {was === null ? t.rich('is', { is: () => <Value value={is} unit={unit} className="font-strong" /> }) : t.rich('wasIs', { was: () => <Value value={was} unit={unit} />, is: () => <Value value={is} unit={unit} className="font-strong" /> })}
      {' '}{t(`finding.${finding}`)}{' '}
      <span className="text-12 text-fg-2">{t('rule')} <Link href={`/rules/${rule.id}`} className="touch inline-flex min-h-6 items-center">{rule.name}</Link></span>
    </li>
  )
}
