/** At these shares of a limit, in percent, the people who look after billing get a mail; each once a period. */
export const warnings = [80, 100] as const
