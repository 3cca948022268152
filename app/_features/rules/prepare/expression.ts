import { parseExpression } from '#server/core/condition/expression/parse.ts'
import { kindOf, pointsOf, type Kind } from '#server/core/condition/expression/tree.ts'

/** ReadExpression is what an expression gives (null while it cannot be read) and the codes in it that are no known point. */
export interface ReadExpression {
  readonly gives: Kind | null
  readonly unknown: readonly string[]
}

/** readExpression reads an expression's text against the points that it may name. */
export function readExpression(text: string, points: readonly { readonly code: string }[]): ReadExpression {
  const parsed = parseExpression(text)
  if (!parsed.ok) return { gives: null, unknown: [] }
  return { gives: kindOf(parsed.value), unknown: pointsOf(parsed.value).filter((code) => !points.some((point) => point.code === code)) }
}
