import LagoWebhook from '#billing/models/lago_webhook'

export default async function processWebhook({ uniqueKey }: { uniqueKey: string }) {
  const webhook = await LagoWebhook.waiting().where({ uniqueKey }).first()
  if (!webhook) return
  await LagoWebhook.waiting().where({ uniqueKey }).increment('attempts', 1)
  await webhook.processNow().catch(async (error: Error) => {
    webhook.error = error.message
    await webhook.save()
    throw error
  })
}
