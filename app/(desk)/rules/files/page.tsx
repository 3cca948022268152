import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RuleFiles } from '../../../_features/rules/index.ts'
import { DeskPage } from '../../../_features/shell/index.ts'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleFiles'))('title') }
}

/** RuleFilesPage exchanges rules as files. */
export default async function RuleFilesPage(): Promise<ReactNode> {
  const [nav, t] = await Promise.all([getTranslations('shell.nav'), getTranslations('ruleFiles')])
  return <DeskPage crumbs={[{ label: nav('rules'), href: '/rules' }, { label: t('title') }]}><RuleFiles /></DeskPage>
}
