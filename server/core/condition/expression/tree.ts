/** Node is a parsed expression: a tree of data that we interpret, never code that is run. */
export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'point'; readonly code: string }
  | { readonly kind: 'negate' | 'not'; readonly of: Node }
  | { readonly kind: 'binary'; readonly op: ArithmeticOp | CompareOp | LogicOp; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Node[] }

/** ARITHMETIC are the operators from two numbers to a number. */
export const ARITHMETIC = ['+', '-', '*', '/'] as const
export type ArithmeticOp = (typeof ARITHMETIC)[number]

/** COMPARE are the operators from two numbers to true or false. */
export const COMPARE = ['<', '<=', '>', '>=', '=', '!='] as const
export type CompareOp = (typeof COMPARE)[number]

/** LOGIC are the operators from two truths to one. */
export const LOGIC = ['and', 'or'] as const
export type LogicOp = (typeof LOGIC)[number]

/** FUNCTIONS are the functions of numbers, each with how many arguments it takes at least and at most. */
export const FUNCTIONS = {
  abs: { least: 1, most: 1 },
  sqrt: { least: 1, most: 1 },
  min: { least: 2, most: 16 },
  max: { least: 2, most: 16 },
  mean: { least: 2, most: 16 },
} as const satisfies Record<string, { least: number; most: number }>
export type FunctionName = keyof typeof FUNCTIONS

/** isFunctionName tells whether a word names a function. */
export const isFunctionName = (word: string): word is FunctionName => Object.hasOwn(FUNCTIONS, word)

/** Kind is what an expression gives. */
export type Kind = 'number' | 'truth'

const has = (list: readonly string[], op: string): boolean => list.includes(op)

/** kindOf tells what a parsed expression gives; the parser has checked that its parts fit. */
export const kindOf = (node: Node): Kind => {
  if (node.kind === 'not') return 'truth'
  return node.kind === 'binary' && (has(COMPARE, node.op) || has(LOGIC, node.op)) ? 'truth' : 'number'
}

/** pointsOf lists the point codes an expression reads, each once, in the order in which they are read. */
export const pointsOf = (node: Node): string[] => {
  const walk = (at: Node): string[] => {
    switch (at.kind) {
      case 'number': return []
      case 'point': return [at.code]
      case 'negate': case 'not': return walk(at.of)
      case 'binary': return [...walk(at.left), ...walk(at.right)]
      case 'call': return at.args.flatMap(walk)
    }
  }
  return [...new Set(walk(node))]
}
