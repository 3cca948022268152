'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { cx } from '../../../_ui/cx.ts'
import { StatusOf } from '../../../_ui/status-of.tsx'
import type { Branch } from '../prepare/tree.ts'

const INDENT_PX = 20

/** AssetTreeRow is one place: its mark, tag and name, status in words, criticality and open orders. */
export function AssetTreeRow({ branch }: { readonly branch: Branch }): ReactNode {
  const t = useTranslations()
  const { node, children } = branch
  const place = node.level === 'area' || node.level === 'line'
  return (
    <TreeItem
      id={branch.id} href={`/assets/${node.id}`} textValue={`${node.tag} ${node.name}`}
      className="cursor-pointer border-b border-line-soft outline-none hover:bg-g3 focus-visible:outline-2 focus-visible:-outline-offset-2"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <div className="touch flex min-h-9 items-center gap-2 pe-3.5 text-13" style={{ paddingInlineStart: 6 + (level - 1) * INDENT_PX }}>
            {hasChildItems
              ? (
                  <Button slot="chevron" className="grid size-7 shrink-0 place-items-center rounded-sm hover:bg-g4 pointer-coarse:size-12">
                    <ChevronRight size={14} strokeWidth={1.5} aria-hidden className={cx('transition-transform rtl:-scale-x-100', isExpanded && 'rotate-90 rtl:-rotate-90')} />
                  </Button>
                )
              : <span className="w-7 shrink-0 pointer-coarse:w-12" />}
            <span className="grid w-5 shrink-0 place-items-center"><StatusOf status={node.status} priority={node.priority} size={16} /></span>
            <span className={cx('whitespace-nowrap', place ? 'font-mid' : 'font-strong')}>{node.tag}</span>
            <span className="min-w-0 truncate text-fg-2">{node.name}</span>
            <span className="ms-auto w-24 shrink-0 text-end text-12 text-fg-2 max-sm:hidden">{t(`common.assetStatus.${node.status}`)}</span>
            <span className="w-8 shrink-0 text-center text-12 text-fg-2 max-md:hidden">{place ? '' : node.criticality}</span>
            <span className="num w-28 shrink-0 text-end text-12 text-fg-2 max-md:hidden">{node.openOrders > 0 && t('shell.openOrders', { count: node.openOrders })}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <AssetTreeRow key={child.id} branch={child} />}</Collection>
    </TreeItem>
  )
}
