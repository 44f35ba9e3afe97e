/** So many days before the end of a trial a mail says what happens then; each once. */
export const trialReminders = [3, 1] as const
