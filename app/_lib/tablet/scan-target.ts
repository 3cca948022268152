import { codePath, resolveCode } from '#server/core/labels/code.ts'
import { exactMatches } from './find-asset.ts'
import type { TabletAsset } from './types.ts'

/** ScanTarget is where a code leads on the tablet; `several` when more than one site has the tag, `part` and `unknown` lead nowhere by themselves. */
export type ScanTarget =
  | { readonly kind: 'asset' | 'order'; readonly name: string; readonly path: string }
  | { readonly kind: 'several' | 'part' | 'unknown'; readonly name: string }

/** scanTarget says where a scanned or typed code leads, by the positions that this tablet knows. */
export function scanTarget(assets: readonly TabletAsset[], text: string): ScanTarget {
  const { kind, name } = resolveCode(text)
  if (kind === 'order') return { kind, name, path: codePath('order', name) }
  if (kind === 'part') return { kind, name }
  const [first, ...others] = exactMatches(assets, text)
  if (first === undefined) return { kind: 'unknown', name }
  return others.length > 0 ? { kind: 'several', name: first.tag } : { kind: 'asset', name: `${first.tag} ${first.name}`, path: codePath('asset', first.tag) }
}
