'use client'

import { Tab as AriaTab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import type { ReactNode } from 'react'

/** TabSpec is one tab: its word, how many things are behind it, and what it shows. */
export interface TabSpec {
  readonly id: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly TabSpec[]
  readonly selected: string
  readonly onSelect: (id: string) => void
}

/** Tabs show one of several contents; arrows move between them. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps): ReactNode {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => { onSelect(String(key)) }}>
      <TabList aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <AriaTab
            key={tab.id} id={tab.id}
            className="touch -mb-px flex cursor-pointer items-center gap-1 border-b-2 border-transparent py-2 text-13 font-mid whitespace-nowrap text-fg-2 outline-none hover:text-fg selected:border-fg selected:text-fg"
          >
            {tab.label}
            {tab.count !== undefined && <span className="num font-text text-fg-2">{tab.count}</span>}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map((tab) => <AriaTabPanel key={tab.id} id={tab.id} className="pt-4 outline-none">{tab.content}</AriaTabPanel>)}
    </AriaTabs>
  )
}
