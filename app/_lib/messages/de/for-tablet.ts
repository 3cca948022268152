import common from './common.json'
import tablet from './tablet.json'

/** messages is every text of the tablet in this language; it is loaded apart, so that the tablet does not carry the desk's. */
export const messages = { common, tablet }
