import manifest from '../../package.json' with { type: 'json' }

/** VERSION is the version of this checkout. */
export const VERSION: string = manifest.version

/** LICENCE is the SPDX name of the licence under which it may be used. */
export const LICENCE: string = manifest.license
