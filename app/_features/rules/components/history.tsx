'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { useRuleWords } from '../hooks/use-rule-words.ts'
import { vocabularyOf, type Definition, type RuleView } from '../prepare/rule.ts'

/** History lists the rule's versions with why each was right; an old wording can be taken into the editor by those who may edit. */
export function History({ rule, onTake }: { readonly rule: RuleView; readonly onTake: ((definition: Definition) => void) | null }): ReactNode {
  const t = useTranslations('rules.history')
  const words = useRuleWords()
  const locale = useLocale()
  const zone = useTimeZone()
  return (
    <Panel title={t('title')} bare>
      <ol className="divide-y divide-line-soft">
        {rule.versions.map(({ version, note, createdAt, publishedAt, definition }) => {
          const said = definition === null ? null : words.says(definition, vocabularyOf(rule))
          const moment = formatMoment(Date.parse(publishedAt ?? createdAt), 'short', locale, zone)
          const isInForce = version === rule.version && rule.status === 'published'
          return (
            <li key={version} className="px-3.5 py-2.5 text-13">
              <p className="font-mid">{t(publishedAt === null ? 'draft' : 'version', { version, moment })}{isInForce && <span className="ms-2 font-text text-fg-2">{t('inForce')}</span>}</p>
              {said !== null && <p className="mt-0.5 text-12 text-pretty">{said.main}{said.more !== '' && <span className="text-fg-2">; {said.more}</span>}</p>}
              {publishedAt !== null && <p className="mt-0.5 text-12 text-pretty text-fg-2">{note ?? t('noNote')}</p>}
              {onTake !== null && definition !== null && !isInForce && publishedAt !== null && (
                <Button
                  size="sm" className="mt-1.5" aria-label={t('takeOf', { version })}
                  onPress={() => { onTake(definition); toast(t('taken', { version })) }}
                >
                  {t('take')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
