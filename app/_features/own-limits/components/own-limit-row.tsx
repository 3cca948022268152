'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { Vocabulary } from '../../../_lib/rules/vocabulary.ts'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import { useLimitWords } from '../hooks/use-limit-words.ts'
import { holding, type OverrideRow } from '../prepare/holding.ts'
import { RemoveOwnLimit } from './remove-own-limit.tsx'
import { SetOwnLimit } from './set-own-limit.tsx'

interface OwnLimitRowProps {
  readonly rule: { readonly id: string; readonly name: string }
  readonly definition: RuleDefinition
  readonly vocabulary: Vocabulary
  readonly row: OverrideRow
}

/** OwnLimitRow is one machine with its own limits beside the rule's: who set them, when and why; those that fit no more say so. */
export function OwnLimitRow({ rule, definition, vocabulary, row }: OwnLimitRowProps): ReactNode {
  const t = useTranslations('ownLimits')
  const says = useLimitWords()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const { machine } = row
  const close = (): void => { setOpen(null) }
  const rules = says(definition, vocabulary)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-2.5 text-13">
      <div className="me-auto min-w-0 max-w-[75ch]">
        <p><Link href={`/assets/${machine.id}`} className="touch inline-flex min-h-6 items-center font-mid">{machine.tag} {machine.name}</Link></p>
        {row.fits
          ? <p className="text-pretty"><b className="num font-strong">{says(holding(definition, row), vocabulary)}</b> <span className="text-fg-2">· {t('insteadOf', { limits: rules })}</span></p>
          : <p className="text-pretty"><b className="font-mid before:me-1.5 before:font-strong before:content-['!']">{t('fitsNoMore')}</b> <span className="text-fg-2">{t('ruleHolds', { limits: rules })}</span></p>}
        <p className="mt-0.5 text-12 text-pretty text-fg-2">“{row.reason}” · {row.by ?? t('somebody')} · <TimeAgo at={row.at} /></p>
      </div>
      {row.mayChange && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" aria-label={t('changeOf', { machine: machine.tag })} onPress={() => { setOpen('change') }}>{t('change')}</Button>
          <Button size="sm" aria-label={t('removeOf', { machine: machine.tag })} onPress={() => { setOpen('remove') }}>{t('remove')}</Button>
        </div>
      )}
      {open === 'change' && <SetOwnLimit rule={rule} definition={definition} vocabulary={vocabulary} machines={[machine]} own={row} onClose={close} />}
      {open === 'remove' && <RemoveOwnLimit ruleId={rule.id} machine={machine} version={row.version} limits={rules} onClose={close} />}
    </li>
  )
}
