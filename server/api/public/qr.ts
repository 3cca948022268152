import { toSVG } from 'bwip-js/node'

/** qrOf draws a text as a QR code of level M, which bears a scratch: an SVG whose size its place decides. */
export const qrOf = (text: string): string => toSVG({ bcid: 'qrcode', text, scale: 1 })
