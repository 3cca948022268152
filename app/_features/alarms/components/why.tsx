'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { useAlarmActions } from '../hooks/use-alarm-actions.ts'
import { unseenIn } from '../prepare/sections.ts'
import type { AlarmDetail } from '../prepare/view.ts'
import { AlarmMarks } from './alarm-marks.tsx'
import { Earlier } from './earlier.tsx'
import { Journal } from './journal.tsx'
import { OutageDialog } from './outage-dialog.tsx'
import { Phases } from './phases.tsx'
import { ShelveDialog } from './shelve-dialog.tsx'
import { WhyChart } from './why-chart.tsx'
import { WhyFacts } from './why-facts.tsx'
import { WhySentence } from './why-sentence.tsx'

interface WhyProps {
  readonly detail: AlarmDetail
  readonly onChoose: (id: string | null) => void
}

/** Why tells why an alarm fired: the sentence, the readings around it, the rule, what is known, what happened; and offers what can be done. */
export function Why({ detail, onChoose }: WhyProps): ReactNode {
  const t = useTranslations('alarms')
  const words = usePriorityWords()
  const { acknowledge, isAcknowledging } = useAlarmActions()
  const [dialog, setDialog] = useState<'shelve' | 'outage' | null>(null)
  const { alarm, may, shelf } = detail
  const seen = alarm.state === 'acknowledged-active'
  const unseen = unseenIn(alarm)
  return (
    <div className="grid gap-4">
      <div className="flex items-start gap-3">
        <PriorityMark priority={alarm.priority} acknowledged={seen} quiet={alarm.resolvedAt !== null || shelf !== null} label={words(alarm.priority, seen)} className="mt-0.5 shrink-0" />
        <div className="min-w-0">
          <WhySentence detail={detail} />
          <p className="mt-1 flex flex-wrap gap-x-2.5 text-12 text-fg-2"><span>{t(`states.${alarm.state}`)}</span><AlarmMarks alarm={alarm} /></p>
        </div>
      </div>
      <WhyChart detail={detail} />
      <div className="flex flex-wrap gap-2">
        {may.handle && unseen > 0 && <Button variant="primary" className="flex-1" isPending={isAcknowledging} onPress={() => { acknowledge([alarm.id]) }}>{unseen === 1 ? t('acknowledge') : t('acknowledgeAll', { count: unseen })}</Button>}
        {may.handle && !alarm.safety && shelf === null && <Button onPress={() => { setDialog('shelve') }}>{t('shelve')}</Button>}
        {may.suppress && <Button onPress={() => { setDialog('outage') }}>{t('outage.open')}</Button>}
        {alarm.order !== null && <LinkButton href={`/work-orders/${alarm.order.number}`}>{alarm.order.number}</LinkButton>}
      </div>
      <WhyFacts detail={detail} onChoose={onChoose} />
      <Journal detail={detail} />
      <Phases detail={detail} />
      <Earlier detail={detail} onChoose={onChoose} />
      {dialog === 'shelve' && <ShelveDialog alarm={alarm} onClose={() => { setDialog(null) }} />}
      {dialog === 'outage' && <OutageDialog detail={detail} onClose={() => { setDialog(null) }} />}
    </div>
  )
}
