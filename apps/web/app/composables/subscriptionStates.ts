const looks = {
  incomplete: { color: 'warning', icon: 'i-lucide-hourglass' },
  active: { color: 'success', icon: 'i-lucide-circle-check' },
  past_due: { color: 'error', icon: 'i-lucide-circle-alert' },
  canceled: { color: 'neutral', icon: 'i-lucide-circle-slash' },
} as const

/** What a state of a subscription is called, and how it looks. */
export const subscriptionState = (status: keyof typeof looks) => ({
  label: t(`shared.subscription.${status}`),
  ...looks[status],
})
