/** hexOf writes bytes as hex, two small digits each. */
export const hexOf = (bytes: ArrayBuffer | Uint8Array): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** sha256Of is the hash of a file as hex; it needs a secure context. */
export const sha256Of = async (blob: Blob): Promise<string> => hexOf(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
