/** A word inside an English sentence; an abbreviation stays as it is. */
const inSentence = (name: string) =>
  useLanguage().value === 'en' && /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name

/** What a plan costs besides its price: “plus API calls and members”. */
export const plusCharges = (charges: { name: string }[]) =>
  charges.length > 0
    ? t('shared.plusCharges', { charges: formatList(charges.map(({ name }) => inSentence(name))) })
    : ''
