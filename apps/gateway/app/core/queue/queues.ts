import app from '@adonisjs/core/services/app'
import { type JobsOptions, Queue } from 'bullmq'
import { keepFailed, queues, retries } from '#config/queue'
import { requestConnection } from '#config/redis'
import type { Queues } from '#core/queue/processor'

export type QueueName = keyof typeof queues

type Payload<Name extends QueueName> = Parameters<
  Awaited<ReturnType<(typeof queues)[Name]['load']>>['default']
>[0]

const opened = new Map<QueueName, Queue>()
// What is told here first ends last: after the worker, whose jobs may still open a queue.
app.terminating(async () => void (await Promise.all([...opened.values()].map((one) => one.close()))))

export function queue(name: QueueName) {
  const existing = opened.get(name)
  if (existing) return existing

  const { every } = (queues as Queues)[name]!
  const created = new Queue(name, {
    connection: requestConnection,
    defaultJobOptions: { ...retries, removeOnComplete: true, removeOnFail: keepFailed(every) },
  })
  // Without a listener a lost connection would end the process; commands report it to their callers anyway.
  created.on('error', () => {})
  opened.set(name, created)
  return created
}

export const enqueue = <Name extends QueueName>(name: Name, payload: Payload<Name>, options?: JobsOptions) =>
  queue(name).add(name, payload, options)
