'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { toast } from 'sonner'
import { useMay } from '../../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { hasSomething } from '../../prepare/plan.ts'
import { ExportRules } from './export-rules.tsx'
import { ImportPlan } from './import-plan.tsx'

const ROWS = 14

/** RuleFiles exchanges all rules as one YAML text: out as they are, in as drafts after a dry run. */
export function RuleFiles(): ReactNode {
  const t = useTranslations('ruleFiles')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const may = useMay()
  const [text, setText] = useState('')
  const plan = useMutation(trpc.rules.planImport.mutationOptions())
  const apply = useMutation(trpc.rules.importFile.mutationOptions())
  const change = (next: string): void => {
    setText(next)
    plan.reset()
    apply.reset()
  }
  const take = (): void => {
    apply.mutate({ text }, {
      onSuccess: (done) => {
        toast(t('import.done', done))
        change('')
        void queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
      },
    })
  }
  const error = plan.error?.message ?? apply.error?.message
  return (
    <div className="grid gap-4">
      <div>
        <h1 className="text-20 font-strong">{t('title')}</h1>
        <p className="max-w-[75ch] text-13 text-fg-2">{t('note')}</p>
      </div>
      <ExportRules />
      {may('rule.edit') && (
        <Panel title={t('import.title')} note={t('import.note')}>
          <FileTrigger acceptedFileTypes={['.yaml', '.yml', 'text/yaml']} onSelect={(files) => { void files?.[0]?.text().then(change) }}>
            <Button>{t('import.choose')}</Button>
          </FileTrigger>
          <TextField label={t('import.text')} rows={ROWS} value={text} onChange={change} error={error} spellCheck="false" className="mt-3 font-mono" />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button variant={plan.data === undefined ? 'primary' : 'plain'} isDisabled={text.trim() === '' || plan.isPending} onPress={() => { plan.mutate({ text }) }}>{t('import.plan')}</Button>
            {plan.data !== undefined && hasSomething(plan.data) && <Button variant="primary" isDisabled={apply.isPending} onPress={take}>{t('import.apply')}</Button>}
          </div>
          {plan.data !== undefined && <ImportPlan plan={plan.data} />}
        </Panel>
      )}
    </div>
  )
}
