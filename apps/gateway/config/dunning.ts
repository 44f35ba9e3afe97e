/**
 * What follows a payment that failed, in days since then. On a day of a reminder the card is charged again, and a mail
 * goes out if that fails too. After the grace the organization can read, and change nothing but its billing, until it pays.
 */
export const dunning = { reminders: [1, 3, 7], graceDays: 14 } as const
