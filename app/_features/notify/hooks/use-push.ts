'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { browserName } from '../prepare/browser-name.ts'

/** PushState is whether this browser is told by push messages, or why it cannot be. */
export type PushState = 'looking' | 'insecure' | 'unsupported' | 'denied' | 'off' | 'on'

const WORKER = '/push-worker.js'

async function look(): Promise<PushState> {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

/** usePush lets this browser be told, or not any more; pushKey says whose messages it lets in. */
export function usePush(pushKey: string): { state: PushState; isPending: boolean; turnOn: () => void; turnOff: () => void } {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [state, setState] = useState<PushState>('looking')
  const [pending, setPending] = useState(false)
  const { mutateAsync: add } = useMutation(trpc.notify.addBrowser.mutationOptions())
  const { mutateAsync: remove } = useMutation(trpc.notify.removeEndpoint.mutationOptions())
  useEffect(() => { void look().then(setState) }, [])

  const run = (work: () => Promise<void>) => async (): Promise<void> => {
    setPending(true)
    try {
      await work()
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error))
    }
    setState(await look())
    setPending(false)
    await queryClient.invalidateQueries({ queryKey: trpc.notify.pathKey() })
  }
  const turnOn = run(async () => {
    if ((await Notification.requestPermission()) !== 'granted') return
    const registration = await navigator.serviceWorker.register(WORKER, { scope: '/' })
    await navigator.serviceWorker.ready
    const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })).toJSON()
    await add({ address: endpoint ?? '', key: keys?.p256dh ?? '', auth: keys?.auth ?? '', label: browserName(navigator.userAgent) })
  })
  const turnOff = run(async () => {
    const subscription = await (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription()
    if (!subscription) return
    await remove({ address: subscription.endpoint })
    await subscription.unsubscribe()
  })
  return { state, isPending: pending, turnOn: () => { void turnOn() }, turnOff: () => { void turnOff() } }
}
