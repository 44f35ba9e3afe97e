import LagoWebhook from '#billing/models/lago_webhook'

export default async function processWebhook({ uniqueKey }: { uniqueKey: string }) {
  const webhook = await LagoWebhook.waiting().where({ uniqueKey }).first()
  await webhook?.processNow().catch(async (error: Error) => {
    webhook.error = error.message
    await webhook.save()
    throw error
  })
}
