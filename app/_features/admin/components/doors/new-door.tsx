'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Picker } from '../../../../_ui/picker.tsx'

/** NewDoor makes an address for one machine of a site: its poster needs no name to be typed. */
export function NewDoor({ siteId, onClose }: { readonly siteId: string; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('requests.doors')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const tree = useQuery(trpc.assets.tree.queryOptions({}))
  const [assetId, setAssetId] = useState<string | null>(null)
  const add = useMutation(trpc.requests.addMachine.mutationOptions({
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.requests.pathKey() })
      onClose()
    },
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (assetId !== null) add.mutate({ assetId })
  }
  const machines = (tree.data?.nodes ?? []).filter((node) => node.siteId === siteId).map((node) => ({ id: node.id, label: `${node.tag} ${node.name}` }))
  return (
    <Dialog title={t('add')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Picker label={t('addMachine')} choices={machines} value={assetId} onChange={setAssetId} />
        {add.error !== null && <ErrorState message={add.error.message} />}
        <Button type="submit" variant="primary" size="lg" isDisabled={assetId === null} isPending={add.isPending}>{t('make')}</Button>
      </form>
    </Dialog>
  )
}
