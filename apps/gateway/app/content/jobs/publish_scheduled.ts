import { publishDue, showReached } from '#content/editorial/due'

export default async function publishScheduled() {
  await publishDue()
  await showReached()
}
