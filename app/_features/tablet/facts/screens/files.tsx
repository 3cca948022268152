'use client'

import type { ReactNode } from 'react'
import { keepFile } from '../../../../_lib/tablet/files/keep-file.ts'
import { useOrderFiles } from '../../../../_lib/tablet/hooks/use-order-files.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { PhotoButton } from '../../work/components/photo-button.tsx'
import { useAct } from '../../work/hooks/use-order-actions.ts'
import { FactScreen } from '../components/fact-screen.tsx'
import { FileButton } from '../components/file-button.tsx'
import { FileRows } from '../components/file-rows.tsx'
import { VoiceNote, type Voice } from '../components/voice-note.tsx'

/** Files are the photos, voice notes and files of an order, and the ways to add one. */
export default function Files({ params }: ScreenProps): ReactNode {
  return <FactScreen number={params['order'] ?? ''}>{(seen) => <OrderFiles seen={seen} />}</FactScreen>
}

function OrderFiles({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const files = useOrderFiles(seen.order.id)
  const me = useMe()
  const act = useAct()
  const keep = async ({ bytes, durationMs }: Voice): Promise<void> => {
    const blob = await keepFile(bytes, { kind: 'voice', personId: me.id, durationMs })
    await act(seen, 'attach', { attachmentId: blob.id }, [blob])
  }
  return (
    <>
      {files !== undefined && <FileRows files={files} timeZone={seen.site.timeZone} />}
      {seen.allowed.includes('attach') && <div className="mt-4 grid gap-2"><VoiceNote onKeep={keep} /><PhotoButton seen={seen} /><FileButton seen={seen} /></div>}
    </>
  )
}
