'use client'

import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { PAPERS } from '#server/core/labels/sheet.ts'
import { SYMBOLOGIES } from '#server/core/labels/symbology.ts'

/** LABEL_KINDS are what can be labelled. */
export const LABEL_KINDS = ['assets', 'parts'] as const

const CHOICES = {
  of: parseAsStringLiteral(LABEL_KINDS).withDefault('assets'),
  area: parseAsString,
  ids: parseAsArrayOf(parseAsString),
  code: parseAsStringLiteral(SYMBOLOGIES).withDefault('qr'),
  paper: parseAsStringLiteral(PAPERS).withDefault('a4'),
  size: parseAsString,
  used: parseAsInteger.withDefault(0),
}

/** useLabelChoice is which labels are wanted on which sheet; it lives in the address, so that it can be sent to somebody. */
export const useLabelChoice = () => useQueryStates(CHOICES)

/** LabelChoice is what is chosen. */
export type LabelChoice = ReturnType<typeof useLabelChoice>[0]

/** ChangeLabels changes some of it. */
export type ChangeLabels = (change: Partial<LabelChoice>) => void
