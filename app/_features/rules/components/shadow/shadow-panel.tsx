'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { ShareBar } from '../../../../_ui/charts/share-bar.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Term } from '../../../../_ui/term.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import type { ShadowActions } from '../../hooks/use-shadow-actions.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { isMet, type ShadowView } from '../../prepare/shadow.ts'
import { Conditions } from './conditions.tsx'
import { TurnDialog } from './turn-dialog.tsx'

interface ShadowPanelProps {
  readonly rule: RuleView
  readonly view: ShadowView
  readonly actions: ShadowActions
}

/** ShadowPanel says which version is watched since when and why, what it has come to, whether its criteria are met, and offers to promote it or to stop. */
export function ShadowPanel({ rule, view, actions }: ShadowPanelProps): ReactNode {
  const t = useTranslations('verdicts.shadow')
  const words = useFigureWords()
  const [open, setOpen] = useState<'promote' | 'end' | null>(null)
  const { version, count, agreement, liveVersion } = view
  const close = (): void => { setOpen(null) }
  return (
    <Panel
      title={<Term term="shadow">{t('watched', { version })}</Term>}
      aside={(
        <>
          {rule.allowed.edit && <Button size="sm" onPress={() => { setOpen('end') }}>{t('end.open')}</Button>}
          {rule.allowed.publish && <Button size="sm" variant="primary" onPress={() => { setOpen('promote') }}>{t('promote.open', { version })}</Button>}
        </>
      )}
    >
      <div className="grid gap-x-8 gap-y-4 text-13 lg:grid-cols-2">
        <div className="grid content-start gap-1.5">
          <p>{t.rich('since', { by: view.startedBy ?? t('somebody'), moment: () => <Timestamp at={view.since} style="short" className="num" /> })}{view.reason !== null && <span className="text-fg-2"> {t('because', { reason: view.reason })}</span>}</p>
          <p className="num">{t('count', { count: count.firings })} {agreement !== null && liveVersion !== null && <span className="text-fg-2">{t('agreement', { ...agreement, version: liveVersion })}</span>}</p>
          {count.suppressed > 0 && <p className="text-fg-2">{t('suppressed', { count: count.suppressed })}</p>}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {count.precision !== null && <ShareBar share={count.precision} interval={count.interval} />}
            <p>{count.precision === null ? t('unjudged', { count: count.unjudged }) : t('judged', { share: words.share(count.precision), range: words.range(count.interval), right: count.right, wrong: count.wrong, unjudged: count.unjudged })}</p>
          </div>
        </div>
        <Conditions view={view} />
      </div>
      {open === 'promote' && (
        <TurnDialog
          title={t('promote.title', { version })} yes={t('promote.yes')} onClose={close} onSend={(reason) => actions.promote(version, reason)}
          text={<><p>{t('promote.text')}</p><p className="mt-2 font-mid">{t(view.conditions.length === 0 ? 'met.none' : isMet(view) ? 'met.yes' : 'met.no', { met: view.conditions.filter(({ met }) => met).length, all: view.conditions.length })}</p></>}
        />
      )}
      {open === 'end' && <TurnDialog title={t('end.title')} text={t(liveVersion === null ? 'end.alone' : 'end.besides', { version: liveVersion ?? 0 })} yes={t('end.yes')} onClose={close} onSend={(reason) => actions.end(reason)} />}
    </Panel>
  )
}
