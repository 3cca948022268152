'use client'

import { Flashlight, FlashlightOff, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { BigButton } from '../../shell/components/big-button.tsx'
import { loadDetector } from '../camera/detector.ts'
import { watchCodes } from '../camera/frames.ts'
import { hasTorch, setTorch } from '../camera/open.ts'

interface CameraViewProps {
  readonly stream: MediaStream
  readonly onSeen: (texts: readonly string[]) => Promise<void>
  readonly onStop: () => void
  /** What reads codes could not be loaded, or broke. */
  readonly onBroken: () => void
}

/** CameraView shows what the camera films, with the place for the code in the middle, and reads the codes in it. */
export function CameraView({ stream, onSeen, onStop, onBroken }: CameraViewProps): ReactNode {
  const t = useTranslations('tabletScan.camera')
  const video = useRef<HTMLVideoElement>(null)
  const [torch, turnTorch] = useState(false)
  const seen = useEffectEvent(onSeen)
  const broken = useEffectEvent(onBroken)
  useEffect(() => {
    const shown = video.current
    if (!shown) return undefined
    let wanted = true
    let leave = (): void => { wanted = false }
    shown.srcObject = stream
    loadDetector().then((detector) => {
      if (wanted) leave = watchCodes(shown, detector, (texts) => seen(texts), () => { broken() })
    }, () => { if (wanted) broken() })
    return () => { leave() }
  }, [stream])
  return (
    <div className="grid gap-2">
      <div className="plate relative overflow-hidden rounded-[14px] bg-black">
        <video ref={video} autoPlay playsInline muted aria-label={t('picture')} className="block aspect-[4/3] max-h-[46vh] w-full object-cover" />
        <div aria-hidden className="pointer-events-none absolute inset-0 m-auto aspect-square h-3/5 rounded-[18px] border-[3px] border-white/90 shadow-[0_0_0_2000px_rgb(0_0_0/0.35)]" />
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,150px),1fr))] gap-2">
        {hasTorch(stream) && (
          <BigButton aria-pressed={torch} onClick={() => { setTorch(stream, !torch).then(() => { turnTorch(!torch) }, () => { turnTorch(false) }) }}>
            {torch ? <FlashlightOff size={24} strokeWidth={1.7} aria-hidden /> : <Flashlight size={24} strokeWidth={1.7} aria-hidden />}{t(torch ? 'torchOff' : 'torchOn')}
          </BigButton>
        )}
        <BigButton onClick={onStop}><X size={24} strokeWidth={1.7} aria-hidden />{t('stop')}</BigButton>
      </div>
    </div>
  )
}
