'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type SignaturePadLibrary from 'signature_pad'
import { BigButton } from '../../shell/components/big-button.tsx'
import { Field } from '../../moves/components/field.tsx'

interface SignaturePadProps {
  /** Who signs, unless another name is typed. */
  readonly name: string
  /** Gives the name with the drawn signature; null where the typed name stands for it. */
  readonly onSign: (name: string, drawn: Blob | null) => void
}

// Ink on paper in every theme: it is kept as it is printed.
const INK = '#111'
const PAPER = '#fff'

/** SignaturePad takes a signature: drawn with a finger or a pen, or, for whoever cannot draw, the typed name alone. */
export function SignaturePad({ name, onSign }: SignaturePadProps): ReactNode {
  const t = useTranslations('tabletFacts.signature')
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePadLibrary | null>(null)
  const [who, setWho] = useState(name)
  const [drawn, setDrawn] = useState(false)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    let ended = false
    void import('signature_pad').then(({ default: Library }) => {
      const at = canvas.current
      if (ended || !at) return
      const ratio = Math.max(1, window.devicePixelRatio)
      at.width = at.offsetWidth * ratio
      at.height = at.offsetHeight * ratio
      at.getContext('2d')?.scale(ratio, ratio)
      pad.current = new Library(at, { penColor: INK, backgroundColor: PAPER })
      pad.current.addEventListener('endStroke', () => { setDrawn(true) })
    })
    return () => {
      ended = true
      pad.current?.off()
    }
  }, [])
  const clear = (): void => {
    pad.current?.clear()
    setDrawn(false)
  }
  const sign = (): void => {
    const signer = who.trim()
    setMissing(signer === '')
    if (signer === '') return
    if (!drawn) onSign(signer, null)
    else canvas.current?.toBlob((blob) => { onSign(signer, blob) }, 'image/png')
  }
  return (
    <div className="mt-2 grid gap-3">
      <div className="grid gap-1">
        <p className="text-m16 text-fg-2">{t('draw')}</p>
        <canvas ref={canvas} role="img" aria-label={t('field')} className="frame h-44 w-full touch-none rounded-[12px] bg-white" />
      </div>
      <Field label={t('name')} value={who} onChange={setWho} maxLength={200} error={missing ? t('nameMissing') : undefined} />
      <div className="grid grid-cols-2 gap-2">
        <BigButton disabled={!drawn} onClick={clear}>{t('clear')}</BigButton>
        <BigButton onClick={sign}>{t(drawn ? 'sign' : 'signTyped')}</BigButton>
      </div>
    </div>
  )
}
