'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import type { ShadowAnswer, ShadowCriteria } from '#server/core/rules/shadow.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** ShadowActions are the turns of a rule's life around its shadow; each rejects with the server's words. */
export interface ShadowActions {
  readonly start: (version: number, reason: string, criteria: ShadowCriteria) => Promise<void>
  readonly end: (reason: string) => Promise<void>
  readonly promote: (version: number, reason: string) => Promise<void>
  readonly demote: (reason: string, criteria: ShadowCriteria) => Promise<void>
  readonly judge: (firingId: string, answer: ShadowAnswer | null) => Promise<void>
}

/** useShadowActions are the turns of one rule. */
export function useShadowActions(id: string): ShadowActions {
  const t = useTranslations('verdicts.shadow.done')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const startShadow = useMutation(trpc.rules.startShadow.mutationOptions())
  const endShadow = useMutation(trpc.rules.endShadow.mutationOptions())
  const promoteShadow = useMutation(trpc.rules.promote.mutationOptions())
  const demoteRule = useMutation(trpc.rules.demote.mutationOptions())
  const judgeFiring = useMutation(trpc.rules.judgeFiring.mutationOptions())
  const renew = async (said?: string): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: trpc.rules.pathKey() })
    if (said !== undefined) toast(said)
  }
  return {
    start: async (version, reason, criteria) => { await startShadow.mutateAsync({ id, version, reason, criteria }); await renew(t('start', { version })) },
    end: async (reason) => { const { version } = await endShadow.mutateAsync({ id, reason }); await renew(t('end', { version })) },
    promote: async (version, reason) => { await promoteShadow.mutateAsync({ id, version, reason }); await renew(t('promote', { version })) },
    demote: async (reason, criteria) => { await demoteRule.mutateAsync({ id, reason, criteria }); await renew(t('demote')) },
    judge: async (firingId, answer) => { await judgeFiring.mutateAsync({ id: firingId, answer }); await renew() },
  }
}
