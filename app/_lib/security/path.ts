/** PATH_HEADER is the request header in which proxy.ts tells pages their own path. */
export const PATH_HEADER = 'x-mw-path'
