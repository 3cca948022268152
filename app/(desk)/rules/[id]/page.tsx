import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RuleOwnLimits } from '../../../_features/own-limits/index.ts'
import { RuleEditor } from '../../../_features/rules/index.ts'
import { DeskPage } from '../../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../../_lib/trpc/server.tsx'

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** generateMetadata titles the page with the rule's name. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load(trpc.rules.get.queryOptions({ id: (await params).id }))).name }
}

/** RulePage shows one rule, to read, to try and to change. */
export default async function RulePage({ params }: PageProps): Promise<ReactNode> {
  const { id } = await params
  const rule = await load(trpc.rules.get.queryOptions({ id }))
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('rules'), href: '/rules' }, { label: rule.name }]}><RuleEditor id={id} limits={<RuleOwnLimits ruleId={id} />} /></DeskPage>
    </HydrateClient>
  )
}
