'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Panel } from '../../../../_ui/panel.tsx'

const FILE = 'millwright-rules.yaml'

const download = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = FILE
  link.click()
  URL.revokeObjectURL(url)
}

/** ExportRules downloads every rule in its newest version, with its tests. */
export function ExportRules(): ReactNode {
  const t = useTranslations('ruleFiles.export')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const fetchAll = (): void => {
    queryClient.fetchQuery(trpc.rules.exportFile.queryOptions(undefined, { staleTime: 0 })).then(
      ({ text }) => { setProblem(null); download(text) },
      (error: unknown) => { setProblem(error instanceof Error ? error.message : String(error)) },
    )
  }
  return (
    <Panel title={t('title')} note={t('note')}>
      <Button onPress={fetchAll}>{t('download')}</Button>
      {problem !== null && <p role="alert" className="mt-2 text-13">{problem}</p>}
    </Panel>
  )
}
