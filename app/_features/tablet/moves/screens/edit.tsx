'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useDraft } from '../../../../_lib/tablet/hooks/use-draft.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { changesOf, editTexts, readDraft, typed, type EditField } from '../../../../_lib/work-orders/edit-draft.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { goBack } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { Field } from '../components/field.tsx'
import { OrderScreen } from '../components/order-screen.tsx'

/** Edit changes what an order says: its title, its description, and until when it should be done. */
export default function Edit({ params }: ScreenProps): ReactNode {
  return <OrderScreen number={params['order'] ?? ''}>{(seen, backTo) => <EditForm key={seen.order.id} seen={seen} backTo={backTo} />}</OrderScreen>
}

function EditForm({ seen, backTo }: { readonly seen: SeenOrder; readonly backTo: string }): ReactNode {
  const t = useTranslations('tabletMoves.edit')
  const words = useOrderWords()
  const act = useAct()
  const { order, site } = seen
  const [kept, keep] = useDraft(`edit:${order.id}`)
  const [tried, setTried] = useState(false)
  const draft = readDraft(kept)
  const shown = editTexts(order, words, site.timeZone)
  const read = changesOf(draft, site.timeZone)
  const textOf = (field: EditField): string => draft[field]?.to ?? shown[field]
  const set = (field: EditField) => (text: string): void => { keep(JSON.stringify(typed(draft, field, text, order, shown))) }
  const error = (field: EditField): string | undefined => (tried && !read.ok && read.field === field ? t(read.fault) : undefined)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (!read.ok) return
    if (Object.keys(read.changes).length > 0) await act(seen, 'edit', { changes: read.changes })
    keep('')
    goBack(backTo)
  }
  return (
    <form className="grid gap-5" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <Field label={t('title')} value={textOf('title')} onChange={set('title')} maxLength={200} error={error('title')} />
      <Field label={t('description')} value={textOf('description')} onChange={set('description')} rows={4} />
      <Field label={t('due')} value={textOf('dueAt')} onChange={set('dueAt')} type="datetime-local" error={error('dueAt')} />
      <p className="text-m16 text-fg-2">{t('why')}</p>
      <div className="grid"><BigButton type="submit" look="main">{t('keep')}</BigButton></div>
    </form>
  )
}
