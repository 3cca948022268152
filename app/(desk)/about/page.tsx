import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dataCredits } from '#server/api/demo.ts'
import { About } from '../../_features/about/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('about') }
}

/** AboutPage credits the recorded data with its licences. */
export default async function AboutPage(): Promise<ReactNode> {
  const t = await getTranslations('shell.nav')
  return <DeskPage crumbs={[{ label: t('about') }]}><About credits={dataCredits()} /></DeskPage>
}
