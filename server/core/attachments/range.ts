/** Part is what of a file a request asks for: all of it, one part (first and last byte), or nothing that exists. */
export type Part = 'all' | 'none' | { readonly start: number; readonly end: number }

const ONE = /^bytes=(\d*)-(\d*)$/

/** readRange reads a Range header for a file of a size (RFC 9110): several ranges, and what it does not understand, mean the whole file. */
export function readRange(header: string | null, size: number): Part {
  const found = header === null ? null : ONE.exec(header.trim())
  if (!found) return 'all'
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return 'all'
  if (first === '') {
    const length = Number(last)
    return length === 0 || size === 0 ? 'none' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'all'
  return start >= size ? 'none' : { start, end }
}
