/** cx joins class names and leaves out what is false, null or undefined. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
