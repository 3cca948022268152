'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { LinkButton } from '../../../_ui/button.tsx'
import { Spark } from '../../../_ui/charts/spark.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { actionOf, followsFrom, type Situation } from '../prepare/situation.ts'
import { SituationContext } from './situation-context.tsx'
import { SituationFigures } from './situation-figures.tsx'
import { SituationSentence } from './situation-sentence.tsx'

/** SituationRow is one thing that needs somebody: mark, sentence with consequence and context, evidence, value against limit, one action. */
export function SituationRow({ situation }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview')
  const may = useMay()
  const action = actionOf(situation, may)
  const { order, limit, limitOfPoint, failureMode, settled } = situation
  const server = useServerWords()
  const follows = followsFrom(situation)
  const consequence = follows === null ? null : follows === 'failure' ? failureMode && server.consequence(failureMode) : t(`follows.${follows}`)
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] items-center gap-x-[18px] gap-y-2 border-t border-line-soft px-4 pt-2 pb-[7px] first:border-t-0 md:grid-cols-[20px_minmax(0,1fr)_auto_178px] xl:grid-cols-[20px_minmax(0,1fr)_176px_100px_178px]">
      <Mark situation={situation} />
      <div className="min-w-0">
        <h3 className="text-15 text-pretty"><SituationSentence situation={situation} /></h3>
        {consequence !== null && <p className="mt-px text-13 text-pretty text-fg-2">{consequence}</p>}
        <SituationContext situation={situation} />
      </div>
      <Spark
        points={situation.spark} limit={limitOfPoint ? limit : null} direction={situation.direction} priority={settled ? null : situation.priority} label={t('spark', { machine: situation.assetTag })} className="max-xl:hidden"
      />
      <SituationFigures situation={situation} />
      {action !== null && <LinkButton href={action.href} className="col-start-2 md:col-start-auto md:w-[178px]">{t(`action.${action.key}`, { number: order?.number ?? '' })}</LinkButton>}
    </li>
  )
}

/** What still stands has its priority's shape and colour; a mere question is grey, whatever it was about. */
function Mark({ situation: { kind, priority, acknowledged, settled } }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview')
  const words = usePriorityWords()
  const place = 'mt-px self-start'
  if (settled) return <span role="img" aria-label={t('question')} className={place}><CircleQuestionMark size={20} strokeWidth={1.5} aria-hidden className="text-g9" /></span>
  return <PriorityMark priority={priority} acknowledged={acknowledged} label={words(priority, kind === 'incident' && acknowledged)} className={place} />
}
