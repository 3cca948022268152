import { ruleDefinition } from '../condition/definition.ts'

/** ValueType is how a value of a rule is written: with the watched points' unit, with the gate's, as a length of time, and so on. */
export type ValueType = 'quantity' | 'gateQuantity' | 'duration' | 'priority' | 'mode' | 'point' | 'points' | 'band' | 'choice' | 'plain'

/** BandRange is a stretch of the gate's values, by which a band is named. */
export interface BandRange { readonly from: number; readonly to: number }

/** DefinitionChange is one thing that two wordings of a rule say differently. What is missing on a side is null there. */
export interface DefinitionChange {
  /** The field's place, joined by dots, such as noData.policy; places in lists are left out. */
  readonly field: string
  readonly type: ValueType
  readonly before: unknown
  readonly after: unknown
  /** Set where it is about one band. */
  readonly band: BandRange | null
  /** Set where it is about one entry of a list, counted from 0. */
  readonly index: number | null
}

type Json = Readonly<Record<string, unknown>>

const TYPES: Readonly<Record<string, ValueType>> = {
  limit: 'quantity', low: 'quantity', high: 'quantity', clear: 'quantity', 'gate.bands.limit': 'quantity', 'gate.bands.clear': 'quantity',
  'gate.bands.from': 'gateQuantity', 'gate.bands.to': 'gateQuantity', 'gate.bands': 'band', 'gate.point': 'point', points: 'points',
  'ladder.limit': 'quantity', 'ladder.clear': 'quantity', 'ladder.priority': 'priority', 'measure.dangerPriority': 'priority',
  priority: 'priority', failureMode: 'mode', direction: 'choice', 'noData.policy': 'choice', 'measure.kind': 'choice',
}

// Whatever kind of rule it is, a field in ms is a length of time.
const typeOf = (field: string): ValueType => TYPES[field] ?? (/Ms$/.test(field) ? 'duration' : 'plain')

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const orNull = (value: unknown): unknown => value ?? null

/** Place is where in a definition something stands. */
interface Place { readonly field: string; readonly band: BandRange | null; readonly index: number | null }

const inside = (place: Place, name: string): Place => ({ ...place, field: place.field === '' ? name : `${place.field}.${name}` })

const change = ({ field, band, index }: Place, before: unknown, after: unknown): DefinitionChange[] =>
  isSame(orNull(before), orNull(after)) ? [] : [{ field, type: typeOf(field), before: orNull(before), after: orNull(after), band, index }]

const rangeOf = (value: unknown): BandRange | null => {
  if (!isObject(value)) return null
  const { from, to } = value
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null
}

/** compareBands sets bands of the same range beside each other, wherever they stand in the list; of the others as many as pair up in order, the rest came or went. */
function compareBands(place: Place, before: readonly unknown[], after: readonly unknown[]): DefinitionChange[] {
  const key = (value: unknown): string => JSON.stringify(rangeOf(value))
  const at = (band: unknown): Place => ({ ...place, band: rangeOf(band) })
  const kept = before.flatMap((one) => {
    const same = after.find((other) => key(other) === key(one))
    return same === undefined ? [] : [[one, same] as const]
  })
  const gone = before.filter((one) => !after.some((other) => key(other) === key(one)))
  const come = after.filter((one) => !before.some((other) => key(other) === key(one)))
  const moved = gone.length === come.length ? gone.map((one, index) => [one, come[index]] as const) : []
  return [
    ...[...kept, ...moved].flatMap(([one, other]) => compare(at(one), one, other)),
    ...(moved.length > 0 ? [] : [...gone.flatMap((one) => change(at(one), one, null)), ...come.flatMap((one) => change(at(one), null, one))]),
  ]
}

/** compareLists sets the entries of two lists beside each other in their order, such as levels of severity. */
const compareLists = (place: Place, before: readonly unknown[], after: readonly unknown[]): DefinitionChange[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index) => compare({ ...place, index }, before[index], after[index])).flat()

function compare(place: Place, before: unknown, after: unknown): DefinitionChange[] {
  if (isList(before) && isList(after)) {
    const entries = [...before, ...after]
    if (entries.every((one) => rangeOf(one) !== null)) return compareBands(place, before, after)
    return entries.every(isObject) ? compareLists(place, before, after) : change(place, before, after)
  }
  if (!isObject(before) || !isObject(after)) return change(place, before, after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => compare(inside(place, name), before[name], after[name]))
}

// A gate that comes or goes is told by its parts, so that every limit in it can be read.
const spread = (definition: unknown, other: unknown): unknown =>
  isObject(definition) && definition['gate'] == null && isObject(other) && isObject(other['gate']) ? { ...definition, gate: { point: null, bands: [] } } : definition

// Written by an earlier edition, a definition lacks fields that mean what they do at their defaults.
const whole = (definition: unknown): unknown => ruleDefinition.safeParse(definition).data ?? definition

/**
 * diffDefinitions lists what a rule's later wording says differently, in the order in which its fields stand. It knows the fields of threshold rules
 * by their meaning; what it does not know, of other kinds and later editions, it compares field by field all the same. Null and missing are one.
 */
export function diffDefinitions(before: unknown, after: unknown): DefinitionChange[] {
  const [earlier, later] = [whole(before), whole(after)]
  return compare({ field: '', band: null, index: null }, spread(earlier, later), spread(later, earlier))
}
