/** What the states of a subscription are called, and how they look. */
export const subscriptionStates = {
  incomplete: { label: 'Waiting for payment', color: 'warning', icon: 'i-lucide-hourglass' },
  active: { label: 'Active', color: 'success', icon: 'i-lucide-circle-check' },
  past_due: { label: 'Payment failed', color: 'error', icon: 'i-lucide-circle-alert' },
  canceled: { label: 'Canceled', color: 'neutral', icon: 'i-lucide-circle-slash' },
} as const
