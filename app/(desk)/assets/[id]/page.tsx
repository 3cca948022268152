import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AssetPage } from '../../../_features/assets/index.ts'
import { BaselineQuestion } from '../../../_features/baseline/index.ts'
import { MachineIsolation } from '../../../_features/isolation/index.ts'
import { InstalledEquipment, MachineNameplate } from '../../../_features/nameplate/index.ts'
import { MachineRules } from '../../../_features/own-limits/index.ts'
import { DeskPage } from '../../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../../_lib/trpc/server.tsx'

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** generateMetadata titles the page with the machine's tag. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { asset } = await load(trpc.assets.get.queryOptions({ id: (await params).id }))
  return { title: `${asset.tag} ${asset.name}` }
}

/** MachinePage shows one machine. */
export default async function MachinePage({ params }: PageProps): Promise<ReactNode> {
  const { id } = await params
  const detail = await load(trpc.assets.get.queryOptions({ id }))
  await prefetch(trpc.isolation.plan.queryOptions({ assetId: id }))
  const t = await getTranslations('shell.nav')
  const above = detail.path.filter((step) => step.id !== id).map((step) => ({ label: step.name, href: `/assets/${step.id}` }))
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('assets'), href: '/assets' }, ...above, { label: detail.asset.tag }]}><AssetPage id={id} asks={<BaselineQuestion assetId={id} />} side={<><MachineIsolation assetId={id} /><MachineRules assetId={id} /><InstalledEquipment assetId={id} /><MachineNameplate assetId={id} /></>} /></DeskPage>
    </HydrateClient>
  )
}
