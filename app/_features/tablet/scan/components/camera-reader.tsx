'use client'

import { ScanLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { resolveCode } from '#server/core/labels/code.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { useCamera } from '../hooks/use-camera.ts'
import { CameraView } from './camera-view.tsx'

/** TakeCode is asked about each code: null when it is taken, else what is wrong with it, in words, and the search goes on. */
export type TakeCode = (text: string) => string | null | Promise<string | null>

const FELT_MS = 80

/** CameraReader is a button that opens the camera, and the picture in which a code is looked for until one is taken. It asks for the camera at the tap only. */
export function CameraReader({ onCode, look }: { readonly onCode: TakeCode; readonly look: 'main' | 'plain' }): ReactNode {
  const t = useTranslations('tabletScan.camera')
  const camera = useCamera()
  const [said, setSaid] = useState<string | null>(null)
  const refused = useRef(new Map<string, string>())
  const begin = (): void => {
    refused.current.clear()
    setSaid(null)
    camera.start()
  }
  const seen = async (texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      // What was refused is in the picture still: it is not asked about thirty times.
      if (refused.current.has(text)) continue
      const wrong = await onCode(text)
      if (wrong === null) {
        if ('vibrate' in navigator) navigator.vibrate(FELT_MS)
        camera.stop()
        setSaid(t('read', { code: resolveCode(text).name }))
        return
      }
      refused.current.set(text, wrong)
      setSaid(wrong)
    }
  }
  const { state } = camera
  return (
    <div className="grid gap-2">
      {state.is === 'on'
        ? <CameraView stream={state.stream} onSeen={seen} onStop={camera.stop} onBroken={() => { camera.fail('decoder') }} />
        : <BigButton look={look} onClick={begin} disabled={state.is === 'asking'}><ScanLine size={26} strokeWidth={1.7} aria-hidden />{t(state.is === 'asking' ? 'asking' : 'start')}</BigButton>}
      <p role="status" className="text-m16 text-fg-2 break-words empty:hidden">{said ?? (state.is === 'on' ? t('hold') : '')}</p>
      {state.is === 'trouble' && (
        <div role="alert" className="plate grid gap-3 rounded-[14px] bg-surface px-5 py-4">
          <p className="text-m18 break-words">{t(`trouble.${state.trouble}`)}</p>
          {state.trouble === 'unprotected' && <BigLink href="/certificate" outside>{t('protect')}</BigLink>}
        </div>
      )}
    </div>
  )
}
