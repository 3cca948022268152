'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Tag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { Tree } from 'react-aria-components/Tree'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button, LinkButton } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { Term } from '../../../_ui/term.tsx'
import { buildTree, filterNodes, isLarge, openAtFirst } from '../prepare/tree.ts'
import { AssetTreeRow } from './asset-tree-row.tsx'

/** AssetTree shows the plant from areas down to components, each with its state; arrows unfold, Enter opens. */
export function AssetTree(): ReactNode {
  const t = useTranslations('assets')
  const labels = useTranslations('labels')
  const { data } = useSuspenseQuery(useTRPC().assets.tree.queryOptions({}))
  const [q, setQ] = useQueryState('q', parseAsString.withDefault('').withOptions({ limitUrlUpdates: { method: 'debounce', timeMs: 300 } }))
  const query = useDeferredValue(q)
  const shown = useMemo(() => filterNodes(data.nodes, query), [data.nodes, query])
  const branches = useMemo(() => buildTree(shown), [shown])
  const large = isLarge(shown)
  const tree = (
    <Tree
      // Another filter unfolds anew.
      key={query} aria-label={t('title')} items={branches} defaultExpandedKeys={openAtFirst(shown)} selectionMode="none"
      className={large ? 'h-[calc(100dvh-220px)] overflow-auto outline-none' : '-mb-px outline-none'}
    >
      {(branch) => <AssetTreeRow key={branch.id} branch={branch} />}
    </Tree>
  )
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="me-auto">
          <h1 className="text-20 font-strong">{t('title')}</h1>
          <p className="text-13 text-fg-2">{t.rich('lead', { term: (chunks) => <Term term="asset">{chunks}</Term> })}</p>
        </div>
        <LinkButton href="/print/labels"><Tag size={14} strokeWidth={1.5} aria-hidden />{labels('open')}</LinkButton>
        <TextField label={t('find')} value={q} onChange={(text) => { void setQ(text === '' ? null : text) }} type="search" className="w-full sm:w-64" />
      </div>
      {shown.length === 0
        ? <EmptyState action={query === '' ? undefined : <Button size="sm" onPress={() => { void setQ(null) }}>{t('clear')}</Button>}>{query === '' ? t('none') : t('noMatch', { count: data.nodes.length, query })}</EmptyState>
        : <div className="overflow-hidden rounded-lg border border-line bg-surface">{large ? <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 37 }}>{tree}</Virtualizer> : tree}</div>}
    </>
  )
}
