'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { ListKeys } from '../hooks/use-list-keys.ts'
import type { Alarm } from '../prepare/view.ts'
import { AlarmMarks } from './alarm-marks.tsx'
import { AlarmSays } from './alarm-says.tsx'
import { AlarmValue } from './alarm-value.tsx'

/** COLUMNS part a row of the list; on a narrow screen it folds into lines. */
export const COLUMNS = 'grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 gap-y-1 md:grid-cols-[20px_112px_minmax(0,1fr)_104px] xl:grid-cols-[20px_112px_minmax(0,1fr)_104px_88px_212px]'

interface AlarmRowProps {
  readonly alarm: Alarm
  readonly keys: ListKeys
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** Set on what is folded under another alarm. */
  readonly isFolded?: boolean
  /** What can be done with it, at the end of the row. */
  readonly actions: ReactNode
  /** Unfolds what is folded under it. */
  readonly unfold?: ReactNode
}

/** AlarmRow is one alarm: mark, since when, what, value against limit, order, and what can be done. The whole row opens the reason why. */
export function AlarmRow({ alarm, keys, isChosen, onChoose, isFolded = false, actions, unfold }: AlarmRowProps): ReactNode {
  const t = useTranslations('alarms')
  const words = usePriorityWords()
  const { what } = useAlarmWords()
  const now = useNow()
  const seen = alarm.state === 'acknowledged-active'
  const lasted = formatAge((alarm.resolvedAt === null ? now : Date.parse(alarm.resolvedAt)) - Date.parse(alarm.openedAt), useLocale())
  const age = alarm.resolvedAt === null ? lasted : t('row.lasted', { age: lasted })
  return (
    <div className={cx(COLUMNS, 'touch relative items-center px-3.5 py-2 text-13', isChosen ? 'bg-g4' : 'hover:bg-g3')}>
      <PriorityMark
        priority={alarm.priority} acknowledged={seen} quiet={alarm.state === 'normal'} size={isFolded ? 15 : 20} label={words(alarm.priority, seen)}
        className={cx('max-md:row-span-2 max-md:mt-0.5 max-md:self-start', isFolded && 'justify-self-end')}
      />
      <span className="num min-w-0 max-md:hidden">
        <Timestamp at={alarm.openedAt} className="block" />
        <span className="block text-12 text-fg-2"><bdi>{age}</bdi></span>
      </span>
      <div className="min-w-0">
        <button
          {...keys.row(alarm.id)} type="button" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}
          className="max-w-full cursor-pointer text-start text-pretty after:absolute after:inset-0 focus-visible:after:rounded-sm"
        >
          <b className="font-strong">{alarm.asset.tag}</b> {what(alarm, alarm.rule.name)}
        </button>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-12 text-fg-2">
          <span className="num md:hidden"><Timestamp at={alarm.openedAt} />, <bdi>{age}</bdi></span>
          <AlarmSays alarm={alarm} />
          <AlarmMarks alarm={alarm} />
          {unfold}
        </div>
      </div>
      <AlarmValue alarm={alarm} />
      <span className="text-12 max-xl:hidden">
        {isFolded ? <span className="text-fg-2">{t('row.same')}</span>
          : alarm.order === null ? <span className="text-fg-2">{t('row.noOrder')}</span>
            : <Link href={`/work-orders/${alarm.order.number}`} className="relative z-10 num">{alarm.order.number}</Link>}
      </span>
      <div className="relative z-10 flex flex-wrap items-center justify-end gap-1 max-xl:col-start-2 max-xl:justify-start max-xl:empty:hidden md:max-xl:col-start-3">{actions}</div>
    </div>
  )
}
