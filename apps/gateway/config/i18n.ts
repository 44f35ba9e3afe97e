/** What the product speaks; the first is what whoever asks for none of them gets. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]
