import env from '#start/env'
import type { Queues } from '#core/queue/processor'

/** Every queue of the worker. A new one is a line here and the file that processes its jobs. */
export const queues = {
  ledger: {
    concurrency: 5,
    load: () => import('#ledger/jobs/deliver_event'),
    abandon: () => import('#ledger/jobs/abandon_delivery'),
  },
  'idempotency-keys': {
    concurrency: 1,
    every: 3_600_000,
    load: () => import('#core/jobs/forget_idempotency_keys'),
  },
  'account-tokens': {
    concurrency: 1,
    every: 86_400_000,
    load: () => import('#accounts/jobs/forget_account_tokens'),
  },
  'avatar-sweep': { concurrency: 1, every: 86_400_000, load: () => import('#core/jobs/sweep_avatars') },
  'expired-exports': {
    concurrency: 1,
    every: 3_600_000,
    load: () => import('#accounts/jobs/remove_expired_exports'),
  },
  'old-invitations': {
    concurrency: 1,
    every: 86_400_000,
    load: () => import('#organizations/jobs/forget_invitations'),
  },
  'account-erasure': {
    concurrency: 1,
    every: 3_600_000,
    load: () => import('#accounts/jobs/erase_accounts'),
  },
  'lago-webhooks': { concurrency: 5, load: () => import('#billing/jobs/process_webhook') },
  'lago-inbox': { concurrency: 1, every: 15_000, load: () => import('#billing/jobs/requeue_webhooks') },
  usage: { concurrency: 1, every: 5_000, load: () => import('#billing/jobs/deliver_usage') },
  'sent-usage': {
    concurrency: 1,
    every: 86_400_000,
    load: () => import('#billing/jobs/forget_sent_usage'),
  },
  dunning: { concurrency: 1, every: 60_000, load: () => import('#billing/jobs/dun') },
  trials: { concurrency: 1, every: 60_000, load: () => import('#billing/jobs/remind_of_trials') },
  'billing-reconciliation': {
    concurrency: 1,
    every: env.get('BILLING_RECONCILE_INTERVAL_MS'),
    load: () => import('#billing/jobs/reconcile'),
  },
  'content-index': {
    concurrency: 1,
    every: 600_000,
    load: () => import('#content/jobs/index_content'),
  },
  'scheduled-content': {
    concurrency: 1,
    every: 5_000,
    load: () => import('#content/jobs/publish_scheduled'),
  },
  'broken-uploads': {
    concurrency: 1,
    every: 3_600_000,
    load: () => import('#content/jobs/sweep_uploads'),
  },
} as const satisfies Queues

/** 10 s, 20 s, 40 s …, the eighth after 21 minutes: enough for a mail server's greylist, soon enough for a restart. */
export const retries = { attempts: 8, backoff: { type: 'exponential', delay: 10_000 } } as const

/** Work that failed for good stays until an administrator has looked; what works by the clock does the same next time. */
export const keepFailed = (every?: number) => (every ? { count: 100 } : false)
