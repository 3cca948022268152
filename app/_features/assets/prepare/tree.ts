import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AssetNode is one place of the plant as the tree shows it. */
export type AssetNode = Outputs['assets']['tree']['nodes'][number]

/** Branch is a place with the places below it. */
export interface Branch {
  readonly id: string
  readonly node: AssetNode
  readonly children: readonly Branch[]
}

const byTag = (a: Branch, b: Branch): number => a.node.tag.localeCompare(b.node.tag, 'en', { numeric: true })

/** buildTree nests the places under their parents, sorted by tag; a place whose parent is not among them stands at the top. */
export function buildTree(nodes: readonly AssetNode[]): readonly Branch[] {
  const known = new Set(nodes.map((node) => node.id))
  const below = new Map<string | null, AssetNode[]>()
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(node)
    else below.set(parent, [node])
  }
  const branches = (parent: string | null): readonly Branch[] =>
    (below.get(parent) ?? []).map((node) => ({ id: node.id, node, children: branches(node.id) })).sort(byTag)
  return branches(null)
}

/** filterNodes keeps what holds every word of the query in tag, name or class, and the places above it; everything without a query. */
export function filterNodes(nodes: readonly AssetNode[], query: string): readonly AssetNode[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return nodes
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const kept = new Set<string>()
  for (const node of nodes) {
    const text = `${node.tag} ${node.name} ${node.className ?? ''}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    for (let at: AssetNode | undefined = node; at && !kept.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) kept.add(at.id)
  }
  return nodes.filter((node) => kept.has(node.id))
}

const SMALL = 300

/** openAtFirst lists the places that are unfolded at first: all in a small plant, else areas and lines only. */
export const openAtFirst = (nodes: readonly AssetNode[]): readonly string[] =>
  (nodes.length <= SMALL ? nodes : nodes.filter((node) => node.level === 'area' || node.level === 'line')).map((node) => node.id)

/** isLarge tells whether the tree is drawn only where it is seen. */
export const isLarge = (nodes: readonly AssetNode[]): boolean => nodes.length > SMALL
