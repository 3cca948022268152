'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Select } from '../../../../_ui/select.tsx'
import type { ShadowActions } from '../../hooks/use-shadow-actions.ts'
import type { RuleView } from '../../prepare/rule.ts'
import { TurnDialog } from './turn-dialog.tsx'

interface NoShadowProps {
  readonly rule: RuleView
  readonly actions: ShadowActions
}

/** NoShadow says what watching in shadow is, and offers to begin with a version, or to let the rule in force only be watched. */
export function NoShadow({ rule, actions }: NoShadowProps): ReactNode {
  const t = useTranslations('verdicts.shadow')
  const [open, setOpen] = useState<'start' | 'demote' | null>(null)
  const isLive = rule.status === 'published'
  const choices = rule.versions.filter(({ version }) => !(isLive && version === rule.version))
  const [chosen, setChosen] = useState<number | null>(null)
  const version = chosen ?? choices[0]?.version ?? null
  const close = (): void => { setOpen(null) }
  return (
    <Panel title={t('none.title')}>
      <div className="grid max-w-[75ch] gap-3 text-13 text-pretty">
        <p>{t('none.text')}</p>
        {choices.length === 0 && <p className="text-fg-2">{t('none.noVersion')}</p>}
        <div className="flex flex-wrap gap-2">
          {rule.allowed.edit && version !== null && <Button variant="primary" onPress={() => { setOpen('start') }}>{t('start.open')}</Button>}
          {rule.allowed.publish && isLive && <Button onPress={() => { setOpen('demote') }}>{t('demote.open')}</Button>}
        </div>
      </div>
      {open === 'start' && version !== null && (
        <TurnDialog
          title={t('start.title')} text={t(isLive ? 'start.besides' : 'start.alone')} yes={t('start.yes')} withCriteria onClose={close}
          onSend={(reason, criteria) => actions.start(version, reason, criteria)}
        >
          <Select
            label={t('start.version')} value={String(version)} onChange={(id) => { setChosen(Number(id)) }}
            choices={choices.map((one) => ({ id: String(one.version), label: t(one.publishedAt === null ? 'draft' : 'version', { version: one.version }) }))}
          />
        </TurnDialog>
      )}
      {open === 'demote' && (
        <TurnDialog title={t('demote.title')} text={t('demote.text')} yes={t('demote.yes')} withCriteria onClose={close} onSend={(reason, criteria) => actions.demote(reason, criteria)} />
      )}
    </Panel>
  )
}
