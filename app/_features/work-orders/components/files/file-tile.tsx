'use client'

import { FileText, LoaderCircle, Mic, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import type { ReactNode } from 'react'
import { Timestamp } from '../../../../_ui/time.tsx'
import { refusalKey, sizeOf, type OrderFile } from '../../prepare/files.ts'

const ICON = { size: 24, strokeWidth: 1.5, 'aria-hidden': true } as const

/** FileTile is one photo or file: its preview or what became of it, its name, who added it, when, and its size. */
export function FileTile({ file, onOpen }: { readonly file: OrderFile; readonly onOpen: () => void }): ReactNode {
  const locale = useLocale()
  return (
    <Button onPress={onOpen} className="touch block w-full cursor-pointer rounded-lg text-start">
      <span className="flex aspect-[4/3] items-center justify-center overflow-hidden rounded-lg border border-line bg-g3 text-fg-2"><Preview file={file} /></span>
      <span className="mt-1.5 block truncate text-13 font-mid" title={file.name}>{file.name}</span>
      <span className="num block text-12 text-fg-2">
        <Sender file={file} />
        <Timestamp at={file.linkedAt} /> · {sizeOf(file.size, locale)}
      </span>
    </Button>
  )
}

function Sender({ file: { linkedBy, guest } }: { readonly file: OrderFile }): ReactNode {
  const t = useTranslations('workOrder.event')
  const name = linkedBy?.name ?? (guest === '' ? t('guest') : guest)
  return name !== null && <span className="block truncate">{name}</span>
}

function Preview({ file }: { readonly file: OrderFile }): ReactNode {
  const t = useTranslations('workOrder.files')
  if (file.state === 'refused') {
    return <span className="grid justify-items-center gap-1.5 p-2 text-center text-12"><TriangleAlert {...ICON} />{t(`short.${refusalKey(file.reason)}`)}</span>
  }
  if (file.state !== 'ready') return <span className="grid justify-items-center gap-1.5 p-2 text-center text-12"><LoaderCircle {...ICON} />{t('checking')}</span>
  if (file.isPicture) return <img src={`/api/files/${file.id}?size=thumb`} alt="" loading="lazy" className="h-full w-full object-cover" />
  return file.isSound ? <Mic {...ICON} /> : <FileText {...ICON} />
}
