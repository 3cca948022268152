import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LabelsPage } from '../../../_features/print/index.ts'
import { exampleNow } from '../../../_lib/site/reached-at.ts'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('labels'))('title') }
}

/** PrintLabelsPage makes sheets of labels; their codes lead to where this page was reached. */
export default async function PrintLabelsPage(): Promise<ReactNode> {
  return <LabelsPage origin={(await exampleNow()).origin} />
}
