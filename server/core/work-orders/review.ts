import type { Clash } from './merge.ts'

/** ClashView is a clash with who had made something else of the field, and when (ISO). */
export interface ClashView extends Clash {
  readonly changedBy: { readonly id: string; readonly name: string } | null
  readonly changedAt: string | null
}

/** Review is what of a command a person must look at: fields that two people changed, or a second record of the same work. Nothing of it is lost until he has decided. */
export type Review = { readonly kind: 'clash'; readonly clashes: readonly ClashView[] } | { readonly kind: 'second-record' }
