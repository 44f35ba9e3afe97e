/** What can be bought at once, and the highest balance below which an organization can be warned, in minor units. */
export const wallet = { leastCents: 5_00, mostCents: 5_000_00 } as const
