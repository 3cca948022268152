'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Alarm } from '../prepare/view.ts'

/** AlarmSays is the second line of an alarm: that it stands for a flood, that somebody has seen it, or that it is over. */
export function AlarmSays({ alarm: { folded, line, acknowledged, resolvedAt, asset } }: { readonly alarm: Alarm }): ReactNode {
  const t = useTranslations('alarms.row')
  return (
    <>
      {folded.count > 0 && (
        <span>
          {t('firstOut', { line: line ?? asset.tag, count: folded.count })}
          {folded.unacknowledged > 0 && <b className="font-mid text-fg">, {t('unseen', { count: folded.unacknowledged })}</b>}
        </span>
      )}
      {acknowledged !== null && resolvedAt === null && (
        <span>
          {acknowledged.by === null
            ? t.rich('acknowledged', { at: () => <Timestamp at={acknowledged.at} className="num" /> })
            : t.rich('acknowledgedBy', { person: acknowledged.by, at: () => <Timestamp at={acknowledged.at} className="num" /> })}
        </span>
      )}
      {resolvedAt !== null && <span>{t.rich('backAt', { at: () => <Timestamp at={resolvedAt} className="num" /> })}</span>}
    </>
  )
}
