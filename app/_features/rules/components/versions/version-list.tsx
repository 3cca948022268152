'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import type { VersionView } from '../../prepare/life.ts'
import { vocabularyOf, type RuleView } from '../../prepare/rule.ts'

interface VersionListProps {
  readonly rule: RuleView
  readonly versions: readonly VersionView[]
  readonly onCompare: (version: number) => void
}

/** VersionList names every version with what it says, who wrote and published it, when and why. */
export function VersionList({ rule, versions, onCompare }: VersionListProps): ReactNode {
  const t = useTranslations('verdicts.versions')
  const words = useRuleWords()
  const newest = versions[0]?.version
  return (
    <Panel title={t('title')} bare>
      <ol className="divide-y divide-line-soft">
        {versions.map((one) => {
          const definition = rule.versions.find(({ version }) => version === one.version)?.definition ?? null
          const said = definition === null ? null : words.says(definition, vocabularyOf(rule))
          return (
            <li key={one.id} className="px-3.5 py-2.5 text-13">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h3 className="font-mid">{t(one.publishedAt === null ? 'draft' : 'version', { version: one.version })}</h3>
                {one.isLive && <span className="text-12 text-fg-2">{t('inForce')}</span>}
                {one.isWatched && <span className="text-12 text-fg-2">{t('watched')}</span>}
                <span className="ms-auto text-12 text-fg-2"><Timestamp at={one.publishedAt ?? one.createdAt} style="short" className="num" /></span>
              </div>
              <p className="mt-0.5 max-w-[90ch] text-pretty">{said === null ? t('unreadable') : said.main}{said !== null && said.more !== '' && <span className="text-fg-2">; {said.more}</span>}</p>
              {one.publishedAt !== null && <p className="mt-0.5 max-w-[90ch] text-pretty text-fg-2">{one.note === null ? t('noNote') : t('because', { note: one.note })}</p>}
              <p className="mt-0.5 text-12 text-fg-2">
                {[one.createdBy !== null && t('writtenBy', { name: one.createdBy }), one.publishedBy !== null && t('publishedBy', { name: one.publishedBy })].filter(Boolean).join(', ')}
              </p>
              {one.version !== newest && <Button size="sm" className="mt-1.5" onPress={() => { onCompare(one.version) }} aria-label={t('compareOf', { version: one.version })}>{t('compare')}</Button>}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
