'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { browserName } from '../prepare/browser-name.ts'

/** PushState is whether this browser is told by push messages, or why it cannot be. */
export type PushState = 'looking' | 'insecure' | 'unsupported' | 'denied' | 'off' | 'on'

/** PushProblem is why the last try to change it failed: the browser's own push service, in its words, or ours. */
export interface PushProblem {
  readonly at: 'service' | 'here'
  readonly words: string
}

const WORKER = '/push-worker.js'

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function look(): Promise<PushState> {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

/** usePush lets this browser be told, or not any more; pushKey says whose messages it lets in. */
export function usePush(pushKey: string): { state: PushState; problem: PushProblem | null; isPending: boolean; turnOn: () => void; turnOff: () => void } {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [state, setState] = useState<PushState>('looking')
  const [problem, setProblem] = useState<PushProblem | null>(null)
  const [pending, setPending] = useState(false)
  const { mutateAsync: add } = useMutation(trpc.notify.addBrowser.mutationOptions())
  const { mutateAsync: remove } = useMutation(trpc.notify.removeEndpoint.mutationOptions())
  useEffect(() => { void look().then(setState) }, [])

  const run = (work: () => Promise<void>) => async (): Promise<void> => {
    setPending(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem({ at: 'here', words: wordsOf(error) })
    }
    setState(await look())
    setPending(false)
    await queryClient.invalidateQueries({ queryKey: trpc.notify.pathKey() })
  }
  const turnOn = run(async () => {
    if ((await Notification.requestPermission()) !== 'granted') return
    const registration = await navigator.serviceWorker.register(WORKER, { scope: '/' })
    await navigator.serviceWorker.ready
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey }).catch((error: unknown) => {
      // The browser asks its maker's service on the internet: a plant's network often does not let it.
      setProblem({ at: 'service', words: wordsOf(error) })
      return null
    })
    if (subscription === null) return
    const { endpoint, keys } = subscription.toJSON()
    await add({ address: endpoint ?? '', key: keys?.p256dh ?? '', auth: keys?.auth ?? '', label: browserName(navigator.userAgent) })
  })
  const turnOff = run(async () => {
    const subscription = await (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription()
    if (!subscription) return
    await remove({ address: subscription.endpoint })
    await subscription.unsubscribe()
  })
  return { state, problem, isPending: pending, turnOn: () => { void turnOn() }, turnOff: () => { void turnOff() } }
}
