import auth from './auth.json'
import chart from './chart.json'
import common from './common.json'
import overview from './overview.json'
import shell from './shell.json'
import terms from './terms.json'

/** messages is every text of the screens in this language, by feature. */
export const messages = { auth, chart, common, overview, shell, terms }
