'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatSince } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { Draft } from '../hooks/use-draft.ts'
import type { RuleActions } from '../hooks/use-rule-actions.ts'
import type { RuleTrial } from '../hooks/use-try.ts'
import { nextVersion, standingOf, type RuleView } from '../prepare/rule.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { useRuleTab } from './rule-tabs.tsx'

interface RuleHeaderProps {
  readonly rule: RuleView
  readonly draft: Draft
  readonly actions: RuleActions
  readonly trial: RuleTrial
  /** Whether what stands in the editor is complete. */
  readonly fits: boolean
}

/** RuleHeader names the rule, says what is in force and what is not saved, and offers to save, publish and retire. */
export function RuleHeader({ rule, draft, actions, trial, fits }: RuleHeaderProps): ReactNode {
  const t = useTranslations('rules')
  const verdicts = useTranslations('verdicts')
  const [tab, setTab] = useRuleTab()
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const [open, setOpen] = useState<'publish' | 'retire' | null>(null)
  const inForce = rule.versions.find((version) => version.version === rule.version)
  const pending = draft.isChanged || rule.draft !== null
  const version = pending ? t('head.draft', { version: nextVersion(rule) }) : rule.version === null ? t(`standing.${standingOf(rule)}`) : t('head.version', { version: rule.version })
  const state = rule.status === 'retired'
    ? t('head.retired')
    : rule.state === 'shadow' ? verdicts('head.watched', { version: rule.shadowVersion ?? 0 })
      : inForce?.publishedAt == null ? t('head.neverPublished') : t('head.inForce', { version: inForce.version, moment: formatSince(Date.parse(inForce.publishedAt), now, locale, zone) })
  const canPublish = rule.allowed.publish && (pending || rule.status === 'retired')
  const close = (): void => { setOpen(null) }
  return (
    <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-20 font-strong">{rule.name}</h1>
      <span className="rounded-pill border border-g6 px-2 py-0.5 text-12 font-mid text-fg-2"><Term term="version">{version}</Term></span>
      <p className="me-auto text-12 text-fg-2">{state}{draft.isChanged && <> · <b className="font-mid text-fg">{t('head.unsaved')}</b></>}</p>
      <div className="flex flex-wrap gap-2">
        {draft.isChanged && <Button variant="quiet" onPress={draft.discard}>{t('head.discard')}</Button>}
        {rule.allowed.edit && rule.draft !== null && rule.shadowVersion === null && !draft.isChanged && tab !== 'shadow' && (
          <Button onPress={() => { void setTab('shadow') }}>{verdicts('head.watch')}</Button>
        )}
        {rule.allowed.publish && rule.status === 'published' && <Button onPress={() => { setOpen('retire') }}>{t('head.retire')}</Button>}
        {rule.allowed.edit && draft.isChanged && <Button isDisabled={!fits} isPending={actions.isSaving} onPress={() => { actions.save(draft.definition) }}>{t('head.save')}</Button>}
        {canPublish && (
          <Button variant="primary" isDisabled={!fits} onPress={() => { setOpen('publish') }}>
            {rule.status === 'retired' && !pending ? t('head.publishAgain') : t('head.publish')}
          </Button>
        )}
      </div>
      {open === 'publish' && <PublishDialog rule={rule} draft={draft} actions={actions} trial={trial} onClose={close} />}
      {open === 'retire' && <RetireDialog actions={actions} onClose={close} />}
    </header>
  )
}
