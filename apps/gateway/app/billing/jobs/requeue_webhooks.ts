import LagoWebhook from '#billing/models/lago_webhook'

/** Queues again what has waited too long: Lago was gone, or Redis lost the job. */
export default async function requeueWebhooks() {
  const waiting = await LagoWebhook.waiting()
    .whereRaw("received_at < now() - interval '10 seconds'")
    .orderBy('received_at')
    .limit(500)
  await Promise.all(waiting.map(({ uniqueKey }) => LagoWebhook.processLater(uniqueKey)))
}
