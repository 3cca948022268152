'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button, LinkButton } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { refusalKey, sizeOf, type OrderFile } from '../../prepare/files.ts'

interface FileViewerProps {
  readonly file: OrderFile
  readonly pending: boolean
  readonly error: string | null
  readonly onClose: () => void
  readonly onTakeOff: () => void
}

/** FileViewer shows a photo large, plays a voice note, and offers every file for saving; whoever may, takes it off here. */
export function FileViewer({ file, pending, error, onClose, onTakeOff }: FileViewerProps): ReactNode {
  const t = useTranslations('workOrder.files')
  const [asks, setAsks] = useState(false)
  const ready = file.state === 'ready'
  return (
    <Dialog title={file.name} isOpen onClose={onClose} wide>
      {error !== null && <div className="mb-3"><ErrorState message={error} /></div>}
      <Content file={file} />
      <Facts file={file} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {ready && <LinkButton href={`/api/files/${file.id}?save=1`} download={file.name}>{t('save')}</LinkButton>}
        {file.mayTakeOff && !asks && <Button variant="quiet" onPress={() => { setAsks(true) }}>{t('takeOff')}</Button>}
        {asks && (
          <span role="group" aria-label={t('takeOff')} className="flex flex-wrap items-center gap-2 text-13">
            {t('takeOffSure')}
            <Button isPending={pending} onPress={onTakeOff}>{t('takeOffYes')}</Button>
            <Button variant="quiet" onPress={() => { setAsks(false) }}>{t('takeOffNo')}</Button>
          </span>
        )}
      </div>
    </Dialog>
  )
}

function Content({ file }: { readonly file: OrderFile }): ReactNode {
  const t = useTranslations('workOrder.files')
  const address = `/api/files/${file.id}`
  if (file.state === 'refused') return <p className="max-w-[75ch] text-13"><b>{t('refused')}</b> {t(`refusal.${refusalKey(file.reason)}`)}</p>
  if (file.state !== 'ready') return <p className="text-13 text-fg-2">{t('checkingLong')}</p>
  if (file.isPicture) {
    return <img src={address} alt={file.name} width={file.width ?? undefined} height={file.height ?? undefined} className="mx-auto max-h-[64dvh] w-auto max-w-full rounded-lg bg-g3 object-contain" />
  }
  if (file.isSound) return <audio controls src={address} className="w-full" aria-label={file.name}><track kind="captions" /></audio>
  return <p className="max-w-[75ch] text-13 text-fg-2">{t('onlySaved')}</p>
}

function Facts({ file }: { readonly file: OrderFile }): ReactNode {
  const t = useTranslations('workOrder.files')
  const locale = useLocale()
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('added'), <>{file.linkedBy !== null ? `${file.linkedBy.name}, ` : file.guest !== null && file.guest !== '' && `${file.guest}, `}<Timestamp at={file.linkedAt} style="short" /></>],
    ...(file.takenAt === null || file.kind === 'file' ? [] : [[t('taken'), <Timestamp key="taken" at={file.takenAt} style="short" />] as const]),
    [t('size'), <>{sizeOf(file.size, locale)}{file.width !== null && file.height !== null && `, ${file.width} × ${file.height} px`}</>],
  ]
  return (
    <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(([label, value]) => <div key={label}><dt className="text-12 text-fg-2">{label}</dt><dd className="num text-13">{value}</dd></div>)}
    </dl>
  )
}
