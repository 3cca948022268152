'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Link } from '../../../_ui/link.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import type { AlarmDetail } from '../prepare/view.ts'

/** Earlier lists earlier episodes of an alarm, how long each lasted, and what was found then. */
export function Earlier({ detail: { earlier }, onChoose }: { readonly detail: AlarmDetail; readonly onChoose: (id: string) => void }): ReactNode {
  const t = useTranslations('alarms.earlier')
  const words = useOrderWords()
  return (
    <section>
      <h3 className="mb-1.5 text-13 font-strong">{t('title')}</h3>
      {earlier.length === 0 && <p className="text-13 text-fg-2">{t('none')}</p>}
      <ul className="grid gap-1 text-13">
        {earlier.map(({ id, openedAt, resolvedAt, order, verdict }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2.5">
            <Button onPress={() => { onChoose(id) }} className="touch rounded-sm text-accent-text underline underline-offset-2"><Timestamp at={openedAt} style="short" className="num" /></Button>
            <span className="text-12 text-fg-2">{resolvedAt === null ? t('stands') : <>{t('lasted')} <Age ms={Date.parse(resolvedAt) - Date.parse(openedAt)} /></>}</span>
            {order !== null && <Link href={`/work-orders/${order}`} className="num text-12">{order}</Link>}
            {verdict !== null && <span className="text-12 text-fg-2">{words.verdict(verdict)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
