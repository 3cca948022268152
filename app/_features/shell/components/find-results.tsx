'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { useMay, useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { inputClass } from '../../../_ui/field.tsx'
import { itemClass } from '../../../_ui/popover-style.ts'
import { findAssets } from '../prepare/find.ts'
import { navFor } from '../prepare/nav.ts'

interface Entry {
  readonly href: string
  readonly label: string
  readonly note: string
}

/** FindResults searches while one types; arrows choose, Enter goes there. */
export function FindResults({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations('shell')
  const trpc = useTRPC()
  const router = useRouter()
  const may = useMay()
  const { permissions } = useMe()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const tree = useQuery(trpc.assets.tree.queryOptions(may('asset.read') ? {} : skipToken))
  const orders = useQuery(trpc.workOrders.list.queryOptions(may('work-order.read') && query !== '' ? { q: query, limit: 6 } : skipToken, { placeholderData: keepPreviousData }))

  const pages = navFor(permissions).map((item): Entry => ({ href: item.href, label: t(`nav.${item.key}`), note: '' }))
    .filter((entry) => entry.label.toLowerCase().includes(query.toLowerCase()))
  const assets = findAssets(tree.data?.nodes ?? [], query, 6).map((node): Entry => ({ href: `/assets/${node.id}`, label: node.tag, note: node.name }))
  const found = query === '' ? [] : (orders.data?.items ?? []).map((order): Entry => ({ href: `/work-orders/${order.number}`, label: order.number, note: order.title }))
  const sections = [
    { id: 'assets', title: t('find.assets'), entries: assets },
    { id: 'orders', title: t('find.orders'), entries: found },
    { id: 'pages', title: t('find.pages'), entries: pages },
  ].filter((section) => section.entries.length > 0)

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField aria-label={t('find.placeholder')} type="search" autoFocus>
        <Input className={inputClass} placeholder={t('find.placeholder')} />
      </TextField>
      <Menu
        aria-label={t('find.title')} className="mt-2 max-h-[60vh] min-h-40 overflow-auto outline-none"
        onAction={(href) => { router.push(String(href)); onDone() }}
        renderEmptyState={() => <p className="p-3 text-13 text-fg-2">{t('find.none', { query })}</p>}
      >
        {sections.map((section) => (
          <MenuSection key={section.id} id={section.id}>
            <Header className="px-2 pt-2 pb-1 text-12 text-fg-2">{section.title}</Header>
            {section.entries.map((entry) => (
              <MenuItem key={entry.href} id={entry.href} textValue={`${entry.label} ${entry.note}`} className={itemClass}>
                <span className="font-mid whitespace-nowrap">{entry.label}</span>
                <span className="min-w-0 truncate text-fg-2">{entry.note}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}
