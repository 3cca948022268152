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

// The browser asks its maker's service on the internet; where a plant's network does not let it, it may try without end.
const SERVICE_WAIT_MS = 15_000

const inTime = <T>(work: Promise<T>): Promise<T> => new Promise((resolve, reject) => {
  const timer = setTimeout(() => { reject(new Error(`no answer within ${SERVICE_WAIT_MS / 1000} s`)) }, SERVICE_WAIT_MS)
  work.then(resolve, reject).finally(() => { clearTimeout(timer) })
})

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
    const asked = registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
    const subscription = await inTime(asked).catch((error: unknown) => {
      setProblem({ at: 'service', words: wordsOf(error) })
      // One that comes all the same is not known to the server: nothing would ever be sent there.
      void asked.then((late) => late.unsubscribe(), () => undefined)
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
