'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import type { SourceSettings } from '#server/core/sources/settings.ts'
import { useTRPC, useTRPCClient } from '../../../_lib/trpc/client.tsx'
import { settingsOf, type SourceDraft } from '../prepare/setup/draft.ts'
import { sourceDraft } from '../prepare/setup/stored.ts'

/** Stage is the step at which a person stands. */
export type Stage = 'what' | 'how' | 'test'

/** SetupStart is where a set-up begins; fixed means that the settings are not the person's to change. */
export interface SetupStart {
  readonly draft: SourceDraft
  readonly source: { readonly id: string; readonly version: number } | null
  readonly stage: Stage
  readonly fixed: boolean
}

/** SetupControl is a set-up under way: what was said, the source once it is made, and where the person stands. */
export interface SetupControl {
  readonly draft: SourceDraft
  readonly setDraft: (draft: SourceDraft) => void
  readonly source: SetupStart['source']
  readonly stage: Stage
  readonly open: (stage: Stage) => void
  /** Makes the source or changes it, and opens the test. */
  readonly save: () => void
  /** As save, and gives the source's id; throws what the server says against it. */
  readonly saved: () => Promise<string>
  readonly isSaving: boolean
  readonly error: string | null
}

const settingsFrom = (draft: SourceDraft): SourceSettings =>
  draft.kind === 'http' ? { kind: 'http', config: {} } : { kind: 'mqtt', config: mqttSettings.parse(settingsOf(draft.mqtt)) }

/** useSetup leads through the steps of a source's set-up. */
export function useSetup(start: SetupStart): SetupControl {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(start.draft)
  const [source, setSource] = useState(start.source)
  const [stage, setStage] = useState(start.stage)

  const saving = useMutation({
    mutationFn: async (): Promise<string> => {
      const settings = settingsFrom(draft)
      const name = draft.name.trim()
      if (source !== null) {
        await client.sources.update.mutate({ ...source, name, settings })
        setSource({ id: source.id, version: source.version + 1 })
        return source.id
      }
      const { id } = await client.sources.create.mutate({ siteId: draft.siteId ?? '', name, ...settings })
      setSource({ id, version: 1 })
      // The address is the source's own from now on: a reload shows its test.
      window.history.replaceState(null, '', `/sources/${id}?step=test`)
      return id
    },
    onSuccess: async () => {
      setStage('test')
      await queryClient.invalidateQueries({ queryKey: trpc.sources.pathKey() })
    },
  })
  // Somebody else may have changed it while its test was looked at, and switching it off and on counts as a change.
  const reopening = useMutation({
    mutationFn: async ({ id }: { readonly id: string; readonly next: Stage }) => client.sources.get.query({ id }),
    onSuccess: (now, { next }) => {
      setSource({ id: now.id, version: now.version })
      setDraft(sourceDraft(now))
      setStage(next)
    },
  })

  return {
    draft, setDraft, source, stage,
    open: (next) => {
      saving.reset()
      if (source !== null && stage === 'test') reopening.mutate({ id: source.id, next })
      else setStage(next)
    },
    save: () => { saving.mutate() },
    saved: () => saving.mutateAsync(),
    isSaving: saving.isPending,
    error: saving.error?.message ?? reopening.error?.message ?? null,
  }
}
