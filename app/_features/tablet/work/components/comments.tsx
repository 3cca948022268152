'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { MentionPicker } from '../../facts/components/mention-picker.tsx'
import { mentionsIn, withMention } from '../../facts/prepare/mentions.ts'
import { useAct } from '../hooks/use-order-actions.ts'

/** Comments is what people have said on an order, and a field to add to it; what is typed stays on the tablet until it is sent. */
export function Comments({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const act = useAct()
  const [text, setText] = useDraft(`comment:${seen.order.id}`)
  const [busy, setBusy] = useState(false)
  const said = seen.history.filter((event) => event.type === 'commented' && typeof event.data['text'] === 'string')
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    setBusy(true)
    const mentions = mentionsIn(text, seen.people)
    await act(seen, 'comment', { text: text.trim(), ...(mentions.length > 0 ? { mentions } : {}) }).finally(() => { setBusy(false) })
    setText('')
  }
  return (
    <TabletPanel title={t('comment')}>
      {said.length > 0 && (
        <ul className="grid gap-3">
          {said.map((event) => (
            <li key={event.id} className="text-m18">
              <p className="num text-m16 text-fg-2">{event.actor?.name}, {formatMoment(Date.parse(event.at), 'short', locale, seen.site.timeZone)}</p>
              <p className="whitespace-pre-line break-words">{String(event.data['text'])}</p>
            </li>
          ))}
        </ul>
      )}
      <form className="grid gap-2" onSubmit={(event) => { event.preventDefault(); void send() }}>
        <label className="grid gap-1 text-m16">
          <span className="text-fg-2">{t('commentHint')}</span>
          <textarea value={text} onChange={(event) => { setText(event.target.value) }} rows={2} maxLength={4000} className="frame rounded-[12px] bg-surface px-4 py-3 text-m18" />
        </label>
        <MentionPicker people={seen.people} onChoose={({ name }) => { setText(withMention(text, name)) }} />
        {text.trim() !== '' && <BigButton type="submit" disabled={busy}>{t('send')}</BigButton>}
      </form>
    </TabletPanel>
  )
}
