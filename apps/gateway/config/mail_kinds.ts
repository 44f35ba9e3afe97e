/**
 * Kinds of mail that a person can do without. Everything else is about the safety of their account, or answers what they
 * have just done, and is always sent. A domain that begins to send one adds a line, and asks `user.wants` before it does.
 */
export const optionalMails = ['data_ready'] as const

export type OptionalMail = (typeof optionalMails)[number]
