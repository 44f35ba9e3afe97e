import DataExport from '#accounts/models/data_export'
import type { Subscriber } from '#ledger/subscriber'

const makeExport: Subscriber = async ({ subjectId }, trx) => {
  const wanted = await DataExport.find(subjectId, { client: trx })
  await wanted?.make(trx)
}

export default makeExport
