import { sweepUploads } from '#content/media/sweep'

export default async function sweepBrokenUploads() {
  await sweepUploads()
}
