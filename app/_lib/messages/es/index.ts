import about from './about.json'
import admin from './admin.json'
import alarms from './alarms.json'
import assets from './assets.json'
import auth from './auth.json'
import backtest from './backtest.json'
import certificate from './certificate.json'
import chart from './chart.json'
import baselines from './baselines.json'
import common from './common.json'
import handover from './handover.json'
import isolation from './isolation.json'
import labels from './labels.json'
import nameplate from './nameplate.json'
import notify from './notify.json'
import onCall from './on-call.json'
import orderMoves from './order-moves.json'
import orders from './orders.json'
import overview from './overview.json'
import ownLimits from './own-limits.json'
import print from './print.json'
import rules from './rules.json'
import requests from './requests.json'
import ruleFiles from './rule-files.json'
import server from './server.json'
import setup from './setup.json'
import shell from './shell.json'
import sources from './sources.json'
import system from './system.json'
import terms from './terms.json'
import verdicts from './verdicts.json'
import webhooks from './webhooks.json'
import workOrder from './work-order.json'

/** messages is every text of the screens in this language, by feature. */
export const messages = {
  about, admin, alarms, assets, auth, backtest, certificate, chart, baselines, common,
  labels, nameplate, notify, onCall, orderMoves, orders, overview, ownLimits, print, ruleFiles, rules,
  handover, isolation,
  requests,
  server, setup, shell, sources, system, terms, verdicts, webhooks, workOrder,
}
