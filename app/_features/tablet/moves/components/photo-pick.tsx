'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { PhotoInput } from '../../work/components/photo-input.tsx'

interface PhotoPickProps {
  readonly photos: readonly StoredBlob[]
  readonly onPick: (photo: StoredBlob) => void
}

/** PhotoPick takes photos that go with what is being written. */
export function PhotoPick({ photos, onPick }: PhotoPickProps): ReactNode {
  const t = useTranslations('tabletMoves.report')
  return (
    <div className="grid gap-1">
      <PhotoInput onPhoto={onPick} />
      <p role="status" className="text-m16 text-fg-2">{photos.length > 0 && t('photos', { count: photos.length })}</p>
    </div>
  )
}
