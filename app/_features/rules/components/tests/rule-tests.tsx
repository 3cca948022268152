'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import type { Definition, RuleView } from '../../prepare/rule.ts'
import { TestResults } from './test-results.tsx'

const ROWS = 18

/** RuleTests keeps a rule's tests as text and runs them over what stands in the editor, saved or not. */
export function RuleTests({ rule, definition, fits }: { readonly rule: RuleView; readonly definition: Definition; readonly fits: boolean }): ReactNode {
  const t = useTranslations('ruleFiles.tests')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: stored } = useSuspenseQuery(trpc.rules.tests.queryOptions({ id: rule.id }))
  const [written, setWritten] = useState<string | null>(null)
  const run = useMutation(trpc.rules.runTests.mutationOptions())
  const save = useMutation(trpc.rules.saveTests.mutationOptions())
  const text = written ?? stored.text
  const keep = (): void => {
    save.mutate({ id: rule.id, text }, {
      onSuccess: ({ count }) => {
        void queryClient.invalidateQueries({ queryKey: trpc.rules.tests.queryKey({ id: rule.id }) }).then(() => { setWritten(null) })
        toast(t('saved', { count }))
      },
    })
  }
  const error = run.error?.message ?? save.error?.message
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Panel title={t('title')} note={t('note')}>
        <TextField
          label={t('text')} hint={t('hint')} rows={ROWS} value={text} onChange={setWritten} error={error} spellCheck="false" className="font-mono"
          isReadOnly={!rule.allowed.edit} placeholder={t('example', { point: rule.points[0]?.code ?? 'temp' })}
        />
        <div className="mt-3 flex flex-wrap gap-2">
          <Button variant="primary" isDisabled={text.trim() === '' || !fits || run.isPending} onPress={() => { run.mutate({ definition, text }) }}>{t('run')}</Button>
          {rule.allowed.edit && <Button isDisabled={written === null || save.isPending} onPress={keep}>{t('save')}</Button>}
          {text.trim() === '' && rule.allowed.edit && <Button onPress={() => { setWritten(t('example', { point: rule.points[0]?.code ?? 'temp' })) }}>{t('begin')}</Button>}
        </div>
        {!fits && <p className="mt-2 text-12 text-fg-2">{t('unfit')}</p>}
      </Panel>
      <Panel title={t('results')}>
        {run.data === undefined ? <p className="text-13 text-fg-2">{t('notRun')}</p> : <TestResults results={run.data} />}
      </Panel>
    </div>
  )
}
