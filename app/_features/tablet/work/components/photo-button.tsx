'use client'

import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { useAct } from '../hooks/use-order-actions.ts'
import { PhotoInput } from './photo-input.tsx'

interface PhotoButtonProps {
  readonly seen: SeenOrder
  /** The step that asks for it; without one the photo belongs to the order. */
  readonly taskId?: string
}

/** PhotoButton adds a photo to an order or a step; it is kept on the tablet at once and sent when the network carries it. */
export function PhotoButton({ seen, taskId }: PhotoButtonProps): ReactNode {
  const act = useAct()
  const keep = (photo: StoredBlob) => (taskId === undefined
    ? act(seen, 'attach', { attachmentId: photo.id }, [photo])
    : act(seen, 'answerTask', { taskId, attachmentIds: [photo.id] }, [photo]))
  return <div className="grid gap-1"><PhotoInput onPhoto={keep} /></div>
}
