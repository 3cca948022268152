/** Result is a value or an expected error, for pure code that must not throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** ok wraps a value. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** err wraps an expected error. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
