/** What a plan costs besides its price: “plus API calls and members”. */
export const plusCharges = (charges: { name: string }[]) =>
  charges.length > 0
    ? t('shared.plusCharges', { charges: formatList(charges.map(({ name }) => inSentence(name))) })
    : ''
