'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type DragEvent, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useMay } from '../../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { cx } from '../../../../_ui/cx.ts'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { useOrderCommand } from '../../hooks/use-order-command.ts'
import { useUploads } from '../../hooks/use-uploads.ts'
import { ACCEPTED, looksAgain } from '../../prepare/files.ts'
import type { OrderView } from '../../prepare/view.ts'
import { FileTile } from './file-tile.tsx'
import { FileViewer } from './file-viewer.tsx'
import { SendingRow } from './sending-row.tsx'

const LOOK_AGAIN_MS = 2000

/** FilesPanel shows the photos and files of an order, and takes more by choosing or dropping them. */
export function FilesPanel({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.files')
  const trpc = useTRPC()
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const commands = useOrderCommand(view.order)
  const query = trpc.attachments.list.queryOptions({ entity: 'work-order', entityId: view.order.id })
  const { data: files = [], error } = useQuery({ ...query, refetchInterval: ({ state }) => (state.data && looksAgain(state.data) ? LOOK_AGAIN_MS : false) })
  const uploads = useUploads((id) => { commands.run('attach', { attachmentId: id }) })
  const mayAdd = view.allowed.includes('attach') && (may('work-order.execute') || may('work-order.request'))
  const shown = files.find((file) => file.id === open)
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    uploads.add([...event.dataTransfer.files])
  }
  const choose = (label: string): ReactNode => (
    <FileTrigger allowsMultiple acceptedFileTypes={ACCEPTED} onSelect={(list) => { uploads.add([...(list ?? [])]) }}>
      <Button size="sm">{label}</Button>
    </FileTrigger>
  )
  return (
    <Panel title={t('title')} note={files.length > 0 ? t('count', { count: files.length }) : undefined} aside={mayAdd && files.length > 0 ? choose(t('add')) : undefined}>
      <div
        className={cx('grid gap-3 rounded-lg', over && 'outline-2 outline-offset-4 outline-dashed outline-g8')}
        {...(mayAdd ? { onDragOver: (event: DragEvent) => { event.preventDefault(); setOver(true) }, onDragLeave: () => { setOver(false) }, onDrop: dropped } : {})}
      >
        {commands.error !== null && shown === undefined && <ErrorState message={commands.error} />}
        {error !== null && <ErrorState message={error.message} />}
        {uploads.sending.map((one) => <SendingRow key={one.id} sending={one} onDrop={() => { uploads.drop(one.id) }} onAgain={() => { uploads.again(one.id) }} />)}
        {files.length === 0 && uploads.sending.length === 0 && error === null && (
          <EmptyState action={mayAdd ? choose(t('addFirst')) : undefined}>{mayAdd ? t('emptyAdd') : t('empty')}</EmptyState>
        )}
        {files.length > 0 && (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-3">
            {files.map((file) => <li key={file.id} className="min-w-0"><FileTile file={file} onOpen={() => { setOpen(file.id) }} /></li>)}
          </ul>
        )}
      </div>
      {shown !== undefined && (
        <FileViewer
          file={shown} pending={commands.pending === 'detach'} error={commands.error}
          onClose={() => { setOpen(null); commands.clear() }}
          onTakeOff={() => { commands.run('detach', { attachmentId: shown.id }, () => { setOpen(null) }) }}
        />
      )}
    </Panel>
  )
}
