/** findAssets lists machines whose tag or name holds every word of the query, tags that begin with it first; all of them, up to the limit, without a query. */
export function findAssets<Node extends { readonly tag: string; readonly name: string }>(nodes: readonly Node[], query: string, limit: number): readonly Node[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const begins = (node: Node): boolean => node.tag.toLowerCase().startsWith(words[0] ?? '')
  return nodes
    .filter((node) => words.every((word) => `${node.tag} ${node.name}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .slice(0, limit)
}
