'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { Button } from '../../../_ui/button.tsx'
import { cx } from '../../../_ui/cx.ts'
import { useAlarmActions } from '../hooks/use-alarm-actions.ts'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import { useListKeys, type ListKeys } from '../hooks/use-list-keys.ts'
import type { Filters } from '../prepare/filters.ts'
import { sectionsOf, unseenIn } from '../prepare/sections.ts'
import type { Alarm } from '../prepare/view.ts'
import { AlarmRow, COLUMNS } from './alarm-row.tsx'
import { FoldedRows } from './folded-rows.tsx'
import { RowActions } from './row-actions.tsx'
import { ShelveDialog } from './shelve-dialog.tsx'
import { UnfoldButton } from './unfold-button.tsx'

interface AlarmListProps {
  readonly alarms: readonly Alarm[]
  readonly filters: Filters
  readonly onChoose: (id: string) => void
}

/** AlarmList lists alarms by what needs somebody first, each flood as its first-out; acknowledging and shelving happen in place, by mouse and by keys. */
export function AlarmList({ alarms, filters, onChoose }: AlarmListProps): ReactNode {
  const t = useTranslations('alarms')
  const may = useMay()
  const { acknowledge, isAcknowledging } = useAlarmActions()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [folded, setFolded] = useState<ReadonlyMap<string, readonly Alarm[]>>(new Map())
  const [shelving, setShelving] = useState<Alarm | null>(null)
  const handle = may('incident.handle')
  const unfold = (id: string, show: boolean): void => {
    const alarm = alarms.find((one) => one.id === id)
    if (alarm === undefined || alarm.folded.count === 0) return
    setOpen((now) => new Set(show ? [...now, alarm.key] : [...now].filter((key) => key !== alarm.key)))
  }
  const know = (key: string, children: readonly Alarm[]): void => { setFolded((now) => (now.get(key) === children ? now : new Map(now).set(key, children))) }
  const shown = alarms.flatMap((alarm) => [alarm, ...(open.has(alarm.key) ? (folded.get(alarm.key) ?? []) : [])])
  const keys = useListKeys({
    ids: shown.map((alarm) => alarm.id), unfold,
    acknowledge: (id) => { const alarm = shown.find((one) => one.id === id); if (handle && alarm && unseenIn(alarm) > 0) acknowledge([id]) },
    shelve: (id) => { const alarm = shown.find((one) => one.id === id); if (handle && alarm && !alarm.safety) setShelving(alarm) },
  })
  const row = (alarm: Alarm, isFolded = false): ReactNode => (
    <Row
      key={alarm.id} alarm={alarm} keys={keys} isFolded={isFolded} isChosen={filters.alarm === alarm.id} onChoose={() => { onChoose(alarm.id) }}
      actions={handle && <RowActions alarm={alarm} isBusy={isAcknowledging} onAcknowledge={() => { acknowledge([alarm.id]) }} onShelve={() => { setShelving(alarm) }} />}
      isOpen={open.has(alarm.key)} onUnfold={(show) => { unfold(alarm.id, show) }}
    >
      {!isFolded && open.has(alarm.key) && (
        <FoldedRows alarm={alarm} filters={filters} onLoaded={(children) => { know(alarm.key, children) }} row={(child) => row(child, true)} />
      )}
    </Row>
  )
  return (
    <>
      {/* Keys act on the row that has the focus: the list itself is not one thing to operate. */}
      <div onKeyDown={keys.onKeyDown} onFocus={keys.onFocus} className="rounded-lg border border-line bg-surface">
        <div aria-hidden className={cx(COLUMNS, 'px-3.5 py-[7px] text-12 text-fg-2 max-md:hidden')}>
          <span /><span>{t('columns.since')}</span><span>{t('columns.what')}</span><span className="text-end">{t('columns.value')}</span><span className="max-xl:hidden">{t('columns.order')}</span>
        </div>
        {sectionsOf(alarms).map(({ id, alarms: own }) => (
          <section key={id} aria-label={t(`sections.${id}`)}>
            <header className="flex min-h-9 flex-wrap items-center gap-2 border-t border-line bg-g2 px-3.5 py-1 text-12">
              <h2 className="font-strong">{t(`sections.${id}`)}</h2><span className="num text-fg-2">{own.length}</span>
              {handle && id === 'new' && own.length > 1 && (
                <Button size="sm" variant="quiet" className="ms-auto" isDisabled={isAcknowledging} onPress={() => { acknowledge(own.map((alarm) => alarm.id)) }}>
                  {t('acknowledgeShown', { count: own.length })}
                </Button>
              )}
            </header>
            <ul className="divide-y divide-line-soft border-t border-line-soft">{own.map((alarm) => row(alarm))}</ul>
          </section>
        ))}
      </div>
      {handle && <p className="mt-2 text-12 text-fg-2 pointer-coarse:hidden">{t.rich('keys', { kbd: (key) => <kbd className="rounded-sm border border-g6 px-1 font-sans text-11">{key}</kbd> })}</p>}
      {shelving !== null && <ShelveDialog alarm={shelving} onClose={() => { setShelving(null) }} />}
    </>
  )
}

interface RowProps {
  readonly alarm: Alarm
  readonly keys: ListKeys
  readonly isFolded: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly actions: ReactNode
  readonly isOpen: boolean
  readonly onUnfold: (show: boolean) => void
  readonly children: ReactNode
}

function Row({ alarm, isOpen, onUnfold, children, ...rest }: RowProps): ReactNode {
  const { title } = useAlarmWords()
  const hasFolded = alarm.folded.count > 0 && !rest.isFolded
  return (
    <li aria-label={title(alarm, alarm.rule.name)}>
      <AlarmRow alarm={alarm} {...rest} unfold={hasFolded ? <UnfoldButton alarm={alarm} isOpen={isOpen} onChange={onUnfold} /> : null} />
      {children}
    </li>
  )
}
