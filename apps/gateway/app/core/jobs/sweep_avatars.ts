import { sweepAvatars } from '#core/uploads/sweep'

export default async function sweepUnusedAvatars() {
  await sweepAvatars()
}
