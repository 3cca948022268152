'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { holdReason } from '#server/core/work-orders/enums.ts'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useMe } from '../../people/person-context.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { Tiles } from '../components/tiles.tsx'
import { useAct } from '../hooks/use-order-actions.ts'

/** Hold lets an order wait: one tap on the reason is enough, a remark may go with it. */
export default function Hold({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tabletWork.work')
  const words = useOrderWords()
  const act = useAct()
  const number = params['order'] ?? ''
  const seen = useOrder(useMe(), number)
  const [note, setNote] = useState('')
  if (!seen) return <ScreenWait />
  const choose = (reason: string): void => {
    void act(seen, 'hold', { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }).then(() => { navigate('/m') })
  }
  return (
    <TabletScreen title={`${seen.asset.tag} ${seen.asset.name}`} aside={<span className="num">{seen.order.number}</span>} backTo={`/m/o/${number}`}>
      <label className="mb-5 grid gap-1.5 text-m18">
        <span className="font-mid">{t('holdNote')}</span>
        <textarea value={note} onChange={(event) => { setNote(event.target.value) }} rows={2} maxLength={4000} className="frame rounded-[12px] bg-surface px-4 py-3 text-m18" />
      </label>
      <Tiles label={t('holdTitle')} value={null} tiles={holdReason.options.map((id) => ({ id, label: words.hold(id) }))} onChoose={choose} />
    </TabletScreen>
  )
}
