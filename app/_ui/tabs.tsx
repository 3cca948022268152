'use client'

import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import type { ReactNode } from 'react'

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

/** Tabs are sides of one thing, of which one is shown; arrow keys go from one to the next. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>): ReactNode {
  return (
    <AriaTabs
      selectedKey={value} className="min-w-0"
      onSelectionChange={(key) => {
        const found = tabs.find(({ id }) => id === key)
        if (found) onChange(found.id)
      }}
    >
      <TabList aria-label={label} className="mb-3.5 flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id} id={tab.id}
            className="touch -mb-px flex min-h-9 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 text-13 whitespace-nowrap text-fg-2 hover:text-fg selected:border-g12 selected:font-mid selected:text-fg focus-visible:-outline-offset-2"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={value} id={value} className="outline-none focus-visible:rounded-lg focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-accent-text">{children}</TabPanel>
    </AriaTabs>
  )
}
