import type { ArithmeticOp, CompareOp, LogicOp, Node } from './tree.ts'

/** Lookup gives a point's value, or null where it is not known. */
export type Lookup = (code: string) => number | null

const arithmetic = (op: ArithmeticOp, a: number, b: number): number => {
  switch (op) {
    case '+': return a + b
    case '-': return a - b
    case '*': return a * b
    case '/': return a / b
  }
}

const compare = (op: CompareOp, a: number, b: number): boolean => {
  switch (op) {
    case '<': return a < b
    case '<=': return a <= b
    case '>': return a > b
    case '>=': return a >= b
    case '=': return a === b
    case '!=': return a !== b
  }
}

/** finite turns what is no number (a division by zero, a root of a negative number) into "not known". */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const call = (name: Extract<Node, { kind: 'call' }>['name'], args: readonly number[]): number => {
  switch (name) {
    case 'abs': return Math.abs(args[0] ?? NaN)
    case 'sqrt': return Math.sqrt(args[0] ?? NaN)
    case 'min': return Math.min(...args)
    case 'max': return Math.max(...args)
    case 'mean': return args.reduce((sum, value) => sum + value, 0) / args.length
  }
}

/** numberOf gives the value of an expression of numbers, or null where a point it needs is not known. */
export const numberOf = (node: Node, lookup: Lookup): number | null => {
  switch (node.kind) {
    case 'number': return node.value
    case 'point': return lookup(node.code)
    case 'negate': {
      const value = numberOf(node.of, lookup)
      return value === null ? null : -value
    }
    case 'call': {
      const args = node.args.map((arg) => numberOf(arg, lookup))
      return args.includes(null) ? null : finite(call(node.name, args.map(Number)))
    }
    case 'binary': {
      if (node.op !== '+' && node.op !== '-' && node.op !== '*' && node.op !== '/') return null
      const [a, b] = [numberOf(node.left, lookup), numberOf(node.right, lookup)]
      return a === null || b === null ? null : finite(arithmetic(node.op, a, b))
    }
    case 'not': return null
  }
}

const joined = (op: LogicOp, a: boolean | null, b: boolean | null): boolean | null => {
  const decides = op === 'or'
  if (a === decides || b === decides) return decides
  return a === null || b === null ? null : !decides
}

/** truthOf gives the truth of an expression of comparisons, by three-valued logic: an unknown side decides nothing (Kleene 1938). */
export const truthOf = (node: Node, lookup: Lookup): boolean | null => {
  if (node.kind === 'not') {
    const value = truthOf(node.of, lookup)
    return value === null ? null : !value
  }
  if (node.kind !== 'binary') return null
  if (node.op === 'and' || node.op === 'or') return joined(node.op, truthOf(node.left, lookup), truthOf(node.right, lookup))
  if (node.op === '+' || node.op === '-' || node.op === '*' || node.op === '/') return null
  const [a, b] = [numberOf(node.left, lookup), numberOf(node.right, lookup)]
  return a === null || b === null ? null : compare(node.op, a, b)
}
