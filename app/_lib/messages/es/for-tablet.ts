import chart from './chart.json'
import common from './common.json'
import handover from './handover.json'
import isolation from './isolation.json'
import orders from './orders.json'
import server from './server.json'
import tablet from './tablet.json'
import tabletFacts from './tablet-facts.json'
import tabletMoves from './tablet-moves.json'
import tabletSafety from './tablet-safety.json'
import tabletScan from './tablet-scan.json'
import tabletWork from './tablet-work.json'
import verdicts from './verdicts.json'
import workOrder from './work-order.json'

/** messages is every text of the tablet in this language; it is loaded apart, so that the tablet does not carry the desk's. */
export const messages = {
  chart, common, handover, orders, server, tablet, tabletFacts, tabletMoves, tabletSafety, tabletWork, verdicts: { outcome: verdicts.outcome },
  isolation: { tell: isolation.tell, standing: isolation.standing, stage: isolation.stage, energy: isolation.energy, kind: isolation.kind, status: isolation.status },
  tabletScan,
  workOrder: { close: workOrder.close, evidence: workOrder.evidence, history: workOrder.history },
}
