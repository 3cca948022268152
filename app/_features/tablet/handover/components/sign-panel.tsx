'use client'

import { Signature } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { SHIFTS } from '#server/core/handover/handover.ts'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { AsOf } from '../../safety/components/as-of.tsx'
import { Tiles } from '../../work/components/tiles.tsx'
import type { Content } from '../prepare/content.ts'
import { ContentLists } from './content-lists.tsx'

/** Signed is what the outgoing person says with the signature. */
export interface Signed {
  readonly shift: (typeof SHIFTS)[number]
  readonly text: string
}

interface SignPanelProps {
  readonly place: ReactNode
  readonly draft: string
  readonly content: Content
  readonly zone: string
  readonly onSign: (signed: Signed) => Promise<void>
}

/** SignPanel shows what is open, asks which shift is handed over and what the next must know, and takes the signature: what is shown is frozen with it. */
export function SignPanel({ place, draft, content, zone, onSign }: SignPanelProps): ReactNode {
  const t = useTranslations('handover')
  const s = useTranslations('tabletSafety.handover')
  const [shift, setShift] = useState<Signed['shift'] | null>(null)
  const [text, setText] = useDraft(draft)
  const [tried, setTried] = useState(false)
  const sign = async (): Promise<void> => {
    setTried(true)
    if (shift === null) return
    await onSign({ shift, text: text.trim() })
    setText('')
    setShift(null)
    setTried(false)
  }
  return (
    <TabletPanel title={s('handOver')}>
      {place}
      <ContentLists content={content} zone={zone} />
      <AsOf zone={zone} />
      <Tiles
        label={t('whichShift')} value={shift} error={tried && shift === null ? s('shiftNeeded') : undefined} tiles={SHIFTS.map((id) => ({ id, label: t(`shift.${id}`) }))}
        onChoose={(id) => { setShift(SHIFTS.find((known) => known === id) ?? null) }}
      />
      <label className="grid min-w-0 gap-1.5 text-m18">
        <span className="font-mid">{t('words')}</span>
        <textarea value={text} onChange={(event) => { setText(event.target.value) }} rows={4} maxLength={8000} className="frame w-full rounded-[12px] bg-surface px-4 py-3 text-m18" />
      </label>
      <div className="grid gap-1">
        <BigButton look="main" onClick={() => { void sign() }}><Signature size={24} strokeWidth={1.7} aria-hidden />{t('sign')}</BigButton>
        <p className="text-center text-m16 text-fg-2">{t('frozen')}</p>
      </div>
    </TabletPanel>
  )
}
