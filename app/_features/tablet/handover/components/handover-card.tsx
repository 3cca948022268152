'use client'

import { UserCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import type { SeenShift } from '../../../../_lib/tablet/seen/shift.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { ContentLists } from './content-lists.tsx'

interface HandoverCardProps {
  readonly handover: SeenShift['handovers'][number]
  readonly zone: string
  /** Set where this person may take it over: it waits, and he did not sign it. */
  readonly onTake: ((note: string) => Promise<void>) | null
}

/** HandoverCard shows a handover as it was signed; whoever comes takes it over here. */
export function HandoverCard({ handover, zone, onTake }: HandoverCardProps): ReactNode {
  const t = useTranslations('handover')
  const s = useTranslations('tabletSafety')
  const locale = useLocale()
  const [note, setNote] = useDraft(`take-over:${handover.id}`)
  const { content, acknowledged } = handover
  const moment = (text: string): string => formatMoment(Date.parse(text), 'short', locale, zone)
  return (
    <TabletPanel title={t('of', { shift: t(`shift.${handover.shift as 'early'}`), place: content.place.area ?? content.place.site })}>
      <p className="num text-m16 text-fg-2">
        {t('signed', { name: handover.signedBy.name })} {moment(handover.signedAt)}
        {acknowledged !== null && <span className="block">{t('taken', { name: acknowledged.by.name })} {moment(acknowledged.at)}{acknowledged.note !== null && `: ${acknowledged.note}`}</span>}
        {acknowledged === null && onTake === null && <span className="block">{t('waits')}</span>}
        {handover.waiting && <span className="block">{s('notSent')}</span>}
      </p>
      {handover.text !== '' && <p className="text-m18 break-words whitespace-pre-line">{handover.text}</p>}
      <ContentLists content={content} zone={zone} />
      {onTake !== null && (
        <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); void onTake(note.trim()).then(() => { setNote('') }) }}>
          <label className="grid min-w-0 gap-1.5 text-m18">
            <span>{s('handover.note')}</span>
            <textarea value={note} onChange={(event) => { setNote(event.target.value) }} rows={2} maxLength={2000} className="frame w-full rounded-[12px] bg-surface px-4 py-3 text-m18" />
          </label>
          <BigButton type="submit" look="main"><UserCheck size={24} strokeWidth={1.7} aria-hidden />{t('acknowledge')}</BigButton>
        </form>
      )}
    </TabletPanel>
  )
}
