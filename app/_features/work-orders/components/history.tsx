'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useEventWords } from '../hooks/use-event-words.ts'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import { episodeTime, foldHistory, tellsTimes } from '../prepare/history.ts'
import type { OrderView } from '../prepare/view.ts'

/** History tells what happened to the order, newest first, and takes comments. */
export function History({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.history')
  const words = useEventWords(view)
  return (
    <Panel title={t('title')} note={t('entries', { count: view.history.length })} bare>
      {view.allowed.includes('comment') && <Comment view={view} />}
      <ol aria-label={t('title')} className="px-3.5 py-1.5">
        {foldHistory(view.history, episodeTime(view)).map(({ event, times }) => {
          const { sentence, quote } = words(event)
          return (
            <li key={event.id} className="grid grid-cols-[92px_minmax(0,1fr)] gap-3 py-1.5 text-13">
              <Timestamp at={event.at} className="num text-12 leading-[18px] text-fg-2" />
              <span>
                {sentence}{quote !== '' && <span className="block text-fg-2">{quote}</span>}
                {tellsTimes({ event, times }) && <Times times={times} />}
              </span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

/** Times is how often something came, and when each time. */
function Times({ times }: { readonly times: readonly string[] }): ReactNode {
  const t = useTranslations('workOrder.history')
  return (
    <span className="num block text-fg-2">
      {times.length > 1 && `${t('times', { count: times.length })}: `}{times.map((at, index) => <span key={`${at} ${index}`}>{index > 0 && ' · '}<Timestamp at={at} style="short" /></span>)}
    </span>
  )
}

function Comment({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.history')
  const [text, setText] = useState('')
  const { run, pending, error } = useOrderCommand(view.order)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') run('comment', { text: text.trim() }, () => { setText('') })
  }
  return (
    <form onSubmit={submit} className="border-b border-line-soft px-3.5 py-3">
      {error !== null && <div className="mb-2"><ErrorState message={error} /></div>}
      <div className="flex items-end gap-2">
        <TextField className="min-w-0 flex-1" label={t('comment')} value={text} onChange={setText} />
        <Button type="submit" isPending={pending === 'comment'} isDisabled={text.trim() === ''}>{t('send')}</Button>
      </div>
    </form>
  )
}
