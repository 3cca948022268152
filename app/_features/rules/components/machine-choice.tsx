'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { NewRuleForm } from '../prepare/new-rule.ts'

const SHOWN = 6

interface MachineChoiceProps {
  readonly chosen: NewRuleForm['machine']
  readonly error: string | undefined
  readonly onChange: (machine: NewRuleForm['machine']) => void
}

/** MachineChoice finds one machine by tag or name. */
export function MachineChoice({ chosen, error, onChange }: MachineChoiceProps): ReactNode {
  const t = useTranslations('rules.create')
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const found = useQuery(trpc.assets.search.queryOptions(query === '' ? skipToken : { q: query, limit: SHOWN }, { placeholderData: keepPreviousData }))
  const rows = query === '' ? [] : found.data ?? []
  return (
    <div>
      <TextField label={t('findMachine')} hint={chosen === null ? t('findHint') : t('chosen', { machine: chosen.label })} value={text} onChange={setText} error={error} type="search" />
      {query !== '' && found.isSuccess && rows.length === 0 && <p className="mt-1 text-12 text-fg-2">{t('noMachine', { query })}</p>}
      {rows.length > 0 && (
        <ul className="mt-1 rounded-md border border-line">
          {rows.map((row) => {
            const label = `${row.tag} ${row.name}`
            return (
              <li key={row.id} className="border-t border-line-soft first:border-t-0">
                <Button aria-pressed={chosen?.id === row.id} onPress={() => { onChange({ id: row.id, label }); setText('') }} className="touch flex min-h-8 w-full items-center gap-2 px-2.5 text-start text-13 hover:bg-g3 focus-visible:-outline-offset-2">
                  <b className="font-mid whitespace-nowrap">{row.tag}</b><span className="min-w-0 truncate text-fg-2">{row.name}</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
