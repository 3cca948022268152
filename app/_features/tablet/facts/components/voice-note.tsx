'use client'

import { Mic, Square } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { LONGEST_VOICE_MS, microphoneTrouble, startRecording, type MicrophoneTrouble, type Recording } from '../../../../_lib/tablet/files/recorder.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { Sound } from './sound.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const
const LOOK_MS = 100

/** Voice is a voice note with how long it is, in ms. */
export interface Voice {
  readonly bytes: Blob
  readonly durationMs: number
}

type State = { readonly is: 'idle' } | { readonly is: 'recording'; readonly ms: number; readonly level: number } | { readonly is: 'recorded'; readonly voice: Voice } | { readonly is: 'no'; readonly why: MicrophoneTrouble }

const clock = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`

/** VoiceNote records the microphone for at most two minutes, shows the time and how loud it is, and lets one listen before it is kept. */
export function VoiceNote({ onKeep }: { readonly onKeep: (voice: Voice) => Promise<void> }): ReactNode {
  const t = useTranslations('tabletFacts.voice')
  const [state, setState] = useState<State>({ is: 'idle' })
  const running = useRef<{ readonly recording: Recording; readonly since: number; readonly timer: ReturnType<typeof setInterval> } | null>(null)
  const stop = useCallback(async (): Promise<Voice | null> => {
    const now = running.current
    if (now === null) return null
    running.current = null
    clearInterval(now.timer)
    const durationMs = Math.min(LONGEST_VOICE_MS, Date.now() - now.since)
    return { bytes: await now.recording.stop(), durationMs }
  }, [])
  // Whoever leaves the screen is not recorded any more.
  useEffect(() => () => { void stop() }, [stop])
  const finish = async (): Promise<void> => {
    const voice = await stop()
    if (voice) setState({ is: 'recorded', voice })
  }
  const start = async (): Promise<void> => {
    const why = microphoneTrouble()
    if (why !== null) { setState({ is: 'no', why }); return }
    try {
      const recording = await startRecording()
      const since = Date.now()
      const timer = setInterval(() => {
        const ms = Date.now() - since
        if (ms >= LONGEST_VOICE_MS) void finish()
        else setState({ is: 'recording', ms, level: recording.level() })
      }, LOOK_MS)
      running.current = { recording, since, timer }
      setState({ is: 'recording', ms: 0, level: 0 })
    } catch {
      // The browser says only that it was not allowed, or that there is none.
      setState({ is: 'no', why: 'denied' })
    }
  }
  if (state.is === 'recording') {
    return (
      <div className="grid gap-2">
        <p className="num text-m18">{t('time', { time: clock(state.ms), most: clock(LONGEST_VOICE_MS) })}</p>
        <meter min={0} max={1} value={state.level} aria-label={t('level')} className="h-4 w-full" />
        <BigButton look="main" onClick={() => { void finish() }}><Square {...SIGN} />{t('stop')}</BigButton>
      </div>
    )
  }
  if (state.is === 'recorded') {
    const { voice } = state
    return (
      <div className="grid gap-2">
        <p className="num text-m18">{t('listen', { time: clock(voice.durationMs) })}</p>
        <Sound bytes={voice.bytes} label={t('yours')} />
        <div className="grid grid-cols-2 gap-2">
          <BigButton onClick={() => { setState({ is: 'idle' }) }}>{t('discard')}</BigButton>
          <BigButton onClick={() => { void onKeep(voice).then(() => { setState({ is: 'idle' }) }) }}>{t('keep')}</BigButton>
        </div>
      </div>
    )
  }
  return (
    <div className="grid gap-2">
      <BigButton onClick={() => { void start() }}><Mic {...SIGN} />{t('start')}</BigButton>
      {state.is === 'no' && <p role="alert" className="text-m16 font-mid">{t(`no.${state.why}`)}</p>}
    </div>
  )
}
