'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { closeCamera, openCamera } from '../camera/open.ts'
import type { CameraTrouble } from '../camera/trouble.ts'

/** CameraState is where the camera stands: off, asked for, filming, or why not. */
export type CameraState =
  | { readonly is: 'off' | 'asking' }
  | { readonly is: 'on'; readonly stream: MediaStream }
  | { readonly is: 'trouble'; readonly trouble: CameraTrouble }

/** Camera is the tablet's camera and what can be done with it. */
export interface Camera {
  readonly state: CameraState
  readonly start: () => void
  readonly stop: () => void
  readonly fail: (trouble: CameraTrouble) => void
}

/** useCamera holds the camera from a tap until it is stopped, the screen is left or the app goes out of sight. */
export function useCamera(): Camera {
  const [state, setState] = useState<CameraState>({ is: 'off' })
  const held = useRef<MediaStream | null>(null)
  // Grows with each start and stop, so that a camera that comes after it was given up is let go.
  const turn = useRef(0)
  const release = useCallback(() => {
    turn.current += 1
    if (held.current) closeCamera(held.current)
    held.current = null
  }, [])
  const stop = useCallback(() => {
    release()
    setState({ is: 'off' })
  }, [release])
  const fail = useCallback((trouble: CameraTrouble) => {
    release()
    setState({ is: 'trouble', trouble })
  }, [release])
  const start = useCallback(() => {
    release()
    const mine = turn.current
    setState({ is: 'asking' })
    void openCamera().then((opened) => {
      if (turn.current !== mine) {
        if ('stream' in opened) closeCamera(opened.stream)
        return
      }
      if ('trouble' in opened) setState({ is: 'trouble', trouble: opened.trouble })
      else {
        held.current = opened.stream
        setState({ is: 'on', stream: opened.stream })
      }
    })
  }, [release])
  useEffect(() => release, [release])
  useEffect(() => {
    const hidden = (): void => { if (document.hidden && held.current) stop() }
    document.addEventListener('visibilitychange', hidden)
    return () => { document.removeEventListener('visibilitychange', hidden) }
  }, [stop])
  return { state, start, stop, fail }
}
