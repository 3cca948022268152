import type { ReactNode } from 'react'
import { buildName } from '#server/api/build.ts'
import { TabletApp } from '../../_features/tablet/index.ts'

/** TabletPage is the same empty shell for every address of the tablet, so that one stored copy opens them all. */
export default function TabletPage(): ReactNode {
  return <TabletApp build={buildName()} />
}
