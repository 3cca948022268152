import { codePath, type CodeKind } from './code.ts'

/** SYMBOLOGIES are the kinds of code that labels carry. */
export const SYMBOLOGIES = ['qr', 'datamatrix', 'code128'] as const
export type Symbology = (typeof SYMBOLOGIES)[number]

/** Labelled is what a label stands for. */
export interface Labelled {
  readonly kind: CodeKind
  /** The tag or number. */
  readonly name: string
}

/**
 * codeText is what a code says. A QR code is an address, because phones open what they scan; its host may change, since only the path is read.
 * The others carry the bare name, so that they stay small and any scanner of the plant can use them.
 */
export const codeText = (symbology: Symbology, { kind, name }: Labelled, origin: string): string =>
  symbology === 'qr' ? `${origin}${codePath(kind, name)}` : name

// The narrowest bar that office printers and the cameras of tablets are good for (mm), 10 mil.
const NARROWEST_MM = 0.25
// Code 128, set B: 11 modules for start, check and each letter, 13 for stop, and 10 of quiet at either side.
const modulesOf = (text: string): number => 11 * (text.length + 2) + 13 + 20
const PLAIN = /^[\u0020-\u007E]+$/

/** carriedBy is the kind of code that a name really gets on a label with so much room (mm): QR where the wanted one cannot carry its letters or would be too fine to read. */
export function carriedBy(wanted: Symbology, name: string, roomMm: number): Symbology {
  if (wanted === 'qr' || !PLAIN.test(name)) return 'qr'
  return wanted === 'code128' && roomMm / modulesOf(name) < NARROWEST_MM ? 'qr' : wanted
}
