import type { Subscribers } from '#ledger/subscriber'

/**
 * Who is told about what. Each event is delivered once per subscriber by the worker; a name is part of the delivery's
 * key in the database and never changes.
 */
export const subscribers = {
  'welcome-mail': { actions: ['user.registered'], load: () => import('#accounts/mails/send_welcome_mail') },
  'guessing-mail': {
    actions: ['user.guessing_noticed'],
    load: () => import('#accounts/mails/send_guessing_mail'),
  },
  'identity-mail': {
    actions: ['user.identity_connected'],
    load: () => import('#accounts/mails/send_identity_mail'),
  },
  'passkey-mail': {
    actions: ['user.passkey_added', 'user.passkey_removed'],
    load: () => import('#accounts/mails/send_passkey_mail'),
  },
  'two-factor-mail': {
    actions: [
      'user.two_factor_enabled',
      'user.two_factor_disabled',
      'user.recovery_codes_renewed',
      'user.recovery_code_used',
      'user.two_factor_reset',
    ],
    load: () => import('#accounts/mails/send_two_factor_mail'),
  },
  'verification-mail': {
    actions: ['user.verification_requested'],
    load: () => import('#accounts/mails/send_verification_mail'),
  },
  'data-export': { actions: ['user.export_requested'], load: () => import('#accounts/export/make_export') },
  'export-mail': { actions: ['user.export_made'], load: () => import('#accounts/mails/send_export_mail') },
  'account-deletion-mail': {
    actions: ['user.deletion_requested'],
    load: () => import('#accounts/mails/send_account_deletion_mail'),
  },
  'deletion-refused-mail': {
    actions: ['user.deletion_refused'],
    load: () => import('#accounts/mails/send_deletion_refused_mail'),
  },
  'password-reset-mail': {
    actions: ['user.password_reset_requested'],
    load: () => import('#accounts/mails/send_password_reset_mail'),
  },
  'magic-link-mail': {
    actions: ['user.magic_link_requested'],
    load: () => import('#accounts/mails/send_magic_link_mail'),
  },
  'password-notice-mail': {
    actions: ['user.password_changed'],
    load: () => import('#accounts/mails/send_password_notice_mail'),
  },
  'email-change-mails': {
    actions: ['user.email_change_requested'],
    load: () => import('#accounts/mails/send_email_change_mails'),
  },
  'email-changed-mail': {
    actions: ['user.email_changed'],
    load: () => import('#accounts/mails/send_email_changed_mail'),
  },
  'invitation-mail': {
    actions: ['member.invited', 'member.invitation_resent'],
    load: () => import('#organizations/mails/send_invitation_mail'),
  },
  'removal-mail': {
    actions: ['member.removed'],
    load: () => import('#organizations/mails/send_removal_mail'),
  },
  'ended-billing': {
    actions: ['organization.deleted'],
    load: () => import('#billing/end_with_organization'),
  },
  seats: {
    actions: [
      'member.joined',
      'member.provisioned',
      'member.left',
      'member.removed',
      'member.erased',
      'subscription.started',
    ],
    load: () => import('#billing/usage/report_seats'),
  },
  'quota-mail': { actions: ['usage.near_limit'], load: () => import('#billing/mails/send_quota_mail') },
  'dunning-mail': {
    actions: ['payment.failed', 'payment.reminded', 'organization.suspended', 'organization.restored'],
    load: () => import('#billing/mails/send_dunning_mail'),
  },
  'trial-mail': { actions: ['trial.ending'], load: () => import('#billing/mails/send_trial_mail') },
  'balance-mail': { actions: ['wallet.low'], load: () => import('#billing/mails/send_balance_mail') },
  'submission-mail': {
    actions: ['form.submitted'],
    load: () => import('#content/mails/send_submission_mail'),
  },
  'studio-seat': {
    actions: ['user.updated', 'user.disabled'],
    load: () => import('#content/studio/free_seat'),
  },
} as const satisfies Subscribers
