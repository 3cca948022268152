'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../../_ui/panel.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import type { LifeTurn } from '../../prepare/life.ts'

/** LifePanel tells the turns of a rule's life: what was done, by whom and why; nothing in it ever changes. */
export function LifePanel({ turns }: { readonly turns: readonly LifeTurn[] }): ReactNode {
  const t = useTranslations('verdicts.life')
  return (
    <Panel title={t('title')} bare>
      {turns.length === 0 ? <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p> : (
        <ol className="divide-y divide-line-soft">
          {turns.map((turn) => (
            <li key={turn.id} className="px-3.5 py-2 text-13">
              <p>{t(`turn.${turn.type}`, { version: turn.version, by: turn.by ?? t('somebody') })}</p>
              {turn.reason !== null && <p className="text-pretty text-fg-2">{turn.reason}</p>}
              <p className="text-12 text-fg-2"><Timestamp at={turn.at} style="short" className="num" /></p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
