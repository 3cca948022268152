'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { refusedBy, type Refused } from '../prepare/refused.ts'
import type { Definition } from '../prepare/rule.ts'

/** RuleActions save, publish and retire a rule. */
export interface RuleActions {
  readonly save: (definition: Definition) => void
  readonly isSaving: boolean
  /** The definition that the server did not take when it was saved last, null when it took it. */
  readonly refused: Refused | null
  /** Saves what is given first (null when the draft is stored already), then publishes with the note; rejects with the server's words. */
  readonly publish: (definition: Definition | null, note: string) => Promise<void>
  /** Takes the rule out of force, with the reason why. */
  readonly retire: (reason: string) => Promise<void>
}

/** useRuleActions are the changes of one rule; onStored is called when what stood in the editor is stored. */
export function useRuleActions(id: string, onStored: () => void): RuleActions {
  const t = useTranslations('rules')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [refused, setRefused] = useState<Refused | null>(null)
  const saveDraft = useMutation(trpc.rules.saveDraft.mutationOptions())
  const publishRule = useMutation(trpc.rules.publish.mutationOptions())
  const retireRule = useMutation(trpc.rules.retire.mutationOptions())
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
  const store = async (definition: Definition): Promise<void> => {
    await saveDraft.mutateAsync({ id, definition })
    await renew()
    onStored()
  }
  return {
    save: (definition) => {
      setRefused(null)
      store(definition).then(() => toast(t('head.saved')), (error: unknown) => { setRefused(refusedBy(error, definition)) })
    },
    isSaving: saveDraft.isPending,
    refused,
    publish: async (definition, note) => {
      if (definition !== null) await store(definition)
      const { version } = await publishRule.mutateAsync({ id, note })
      await renew()
      toast(t('publish.done', { version }))
    },
    retire: async (reason) => {
      await retireRule.mutateAsync({ id, reason })
      await renew()
      toast(t('retire.done'))
    },
  }
}
