'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Definition } from '../prepare/rule.ts'

/** RuleActions save, publish and retire a rule. */
export interface RuleActions {
  readonly save: (definition: Definition) => void
  readonly isSaving: boolean
  /** Saves what is given first (null when the draft is stored already), then publishes with the note; rejects with the server's words. */
  readonly publish: (definition: Definition | null, note: string) => Promise<void>
  readonly retire: () => Promise<void>
}

/** useRuleActions are the changes of one rule; onStored is called when what stood in the editor is stored. */
export function useRuleActions(id: string, onStored: () => void): RuleActions {
  const t = useTranslations('rules')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
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
      store(definition).then(() => toast(t('head.saved')), (error: unknown) => toast(error instanceof Error ? error.message : String(error)))
    },
    isSaving: saveDraft.isPending,
    publish: async (definition, note) => {
      if (definition !== null) await store(definition)
      const { version } = await publishRule.mutateAsync({ id, note })
      await renew()
      toast(t('publish.done', { version }))
    },
    retire: async () => {
      await retireRule.mutateAsync({ id })
      await renew()
      toast(t('retire.done'))
    },
  }
}
