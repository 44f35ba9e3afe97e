import type { Subscribers } from '#ledger/subscriber'

/**
 * Who is told about what. Each event is delivered once per subscriber by the worker; a name is part of the delivery's
 * key in the database and never changes.
 */
export const subscribers = {
  'welcome-mail': { actions: ['user.registered'], load: () => import('#accounts/mails/send_welcome_mail') },
  'identity-mail': {
    actions: ['user.identity_connected'],
    load: () => import('#accounts/mails/send_identity_mail'),
  },
  'verification-mail': {
    actions: ['user.verification_requested'],
    load: () => import('#accounts/mails/send_verification_mail'),
  },
  'data-export': { actions: ['user.export_requested'], load: () => import('#accounts/export/make_export') },
  'export-mail': { actions: ['user.export_made'], load: () => import('#accounts/mails/send_export_mail') },
  'submission-mail': {
    actions: ['form.submitted'],
    load: () => import('#content/mails/send_submission_mail'),
  },
} as const satisfies Subscribers
