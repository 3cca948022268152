'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { usePush } from '../hooks/use-push.ts'
import { Reached } from './reached.tsx'

interface BrowsersProps {
  readonly pushKey: string
  readonly browsers: Outputs['notify']['settings']['endpoints']
}

/** Browsers lists where a person is told by push messages; this browser is added or taken away here, or it is said why it cannot be. */
export function Browsers({ pushKey, browsers }: BrowsersProps): ReactNode {
  const t = useTranslations('notify.settings')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { state, problem, isPending, turnOn, turnOff } = usePush(pushKey)
  const remove = useMutation(trpc.notify.removeEndpoint.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notify.settings.queryKey() }),
    onError: (error) => { toast(error.message) },
  }))
  return (
    <section aria-label={t('browsers')}>
      <h3 className="mb-1 text-12 text-fg-2">{t('browsers')}</h3>
      {browsers.length === 0 ? <p className="mb-2 text-13">{t('noBrowser')}</p> : (
        <ul className="mb-2 divide-y divide-line-soft">
          {browsers.map((browser) => (
            <li key={browser.id} className="flex flex-wrap items-center gap-2 py-1 text-13">
              <span className="me-auto">{browser.label} <Reached endpoint={browser} /></span>
              <Button size="sm" aria-label={`${t('remove')}: ${browser.label}`} onPress={() => { remove.mutate({ id: browser.id }) }}>{t('remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      {(state === 'insecure' || state === 'unsupported' || state === 'denied') && <p className="max-w-[75ch] text-12 text-fg-2">{t(`push_state.${state}`)}</p>}
      {state === 'off' && <Button isPending={isPending} onPress={turnOn}>{t('thisOn')}</Button>}
      {state === 'on' && <Button isPending={isPending} onPress={turnOff}>{t('thisOff')}</Button>}
      {problem !== null && <div className="mt-2"><ErrorState message={problem.at === 'service' ? t('push_state.unreachable', { reason: problem.words }) : problem.words} /></div>}
    </section>
  )
}
