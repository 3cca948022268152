'use client'

import { useEffect, useRef, type ReactNode } from 'react'

// Gives an element the bytes to show as its address, and takes the address back when they are not shown any more.
function useBytes<Shown extends HTMLMediaElement | HTMLImageElement>(bytes: Blob): React.RefObject<Shown | null> {
  const shown = useRef<Shown>(null)
  useEffect(() => {
    const address = URL.createObjectURL(bytes)
    if (shown.current) shown.current.src = address
    return () => { URL.revokeObjectURL(address) }
  }, [bytes])
  return shown
}

/** Sound plays a voice note that is on this tablet. */
export function Sound({ bytes, label }: { readonly bytes: Blob; readonly label: string }): ReactNode {
  const shown = useBytes<HTMLAudioElement>(bytes)
  return <audio ref={shown} controls aria-label={label} className="w-full"><track kind="captions" /></audio>
}

/** Picture shows a photo or a signature that is on this tablet. */
export function Picture({ bytes, label }: { readonly bytes: Blob; readonly label: string }): ReactNode {
  const shown = useBytes<HTMLImageElement>(bytes)
  return <img ref={shown} alt={label} className="max-h-[60dvh] max-w-full rounded-[12px] bg-white object-contain" />
}
