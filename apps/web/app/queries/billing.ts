import type { BillingDetails, Subscription } from '~/api/contract'

const billingKey = ['billing']
const subscriptionsKey = [...billingKey, 'subscriptions']
const invoicesKey = [...billingKey, 'invoices']
const couponsKey = [...billingKey, 'coupons']
const walletKey = [...billingKey, 'wallet']
const detailsKey = [...billingKey, 'details']

export function usePlanList() {
  const api = useApi()
  return useQuery({
    key: [...billingKey, 'plans'],
    query: () => api('billing.plans.index').then(({ data }) => data),
    staleTime: 60_000,
    ssrCatchError: true,
  })
}

export function useEntitlements() {
  const api = useApi()
  return useQuery({
    key: [...billingKey, 'entitlements'],
    query: () => api('billing.entitlements.show').then(({ data }) => data),
    staleTime: 60_000,
    ssrCatchError: true,
  })
}

export function useUsage() {
  const api = useApi()
  return useQuery({
    key: [...billingKey, 'usage'],
    query: () => api('billing.usage.show').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** An organization has one subscription at a time; a canceled one is shown until the next begins. */
export function useSubscription() {
  const api = useApi()
  const query = useQuery({
    key: subscriptionsKey,
    query: () => api('billing.subscriptions.index').then(({ data }) => data),
    ssrCatchError: true,
  })
  const subscription = computed(
    () => query.data.value?.find(({ status }) => status !== 'canceled') ?? query.data.value?.[0] ?? null,
  )
  return { ...query, subscription }
}

export function useInvoices(perPage: number, page: MaybeRefOrGetter<number> = 1) {
  const api = useApi()
  return useQuery({
    key: () => [...invoicesKey, toValue(page), perPage],
    query: () => api('billing.invoices.index', { query: { page: toValue(page), perPage } }),
    placeholderData: (previous) => previous,
    ssrCatchError: true,
  })
}

/** What a change of plan would cost at this moment; asked again each time, as it goes down by the day. */
export function usePlanPreview(planCode: string) {
  const api = useApi()
  return useQuery({
    key: [...billingKey, 'preview', planCode],
    query: () => api('billing.preview.show', { query: { planCode } }).then(({ data }) => data),
    staleTime: 0,
    gcTime: 0,
  })
}

/** A plan with something to pay for leads to the payment page; every other change shows here. */
export function useSubscribe(onChosen: (subscription: Subscription) => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (planCode: string) => api('billing.subscriptions.store', { body: { planCode } }),
    onSuccess: async ({ data }) => {
      if (data.checkoutUrl) return location.assign(data.checkoutUrl)
      await cache.invalidateQueries({ key: billingKey })
      onChosen(data)
    },
  })
}

export function useCancellation(onCanceled: (at: 'now' | 'period_end') => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ id, at }: { id: string; at: 'now' | 'period_end' }) =>
      api('billing.subscriptions.destroy', { params: { id }, body: { at } }),
    onSuccess: (_, { at }) => onCanceled(at),
    onSettled: () => cache.invalidateQueries({ key: billingKey }),
  })
}

export function useResumption(onResumed: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id: string) =>
      api('billing.subscriptions.update', { params: { id }, body: { cancelAt: null } }),
    onSuccess: onResumed,
    onSettled: () => cache.invalidateQueries({ key: billingKey }),
  })
}

export function useInvoicePayment() {
  const api = useApi()
  return useMutation({
    mutation: (id: string) => api('billing.invoices.pay', { params: { id } }),
    onSuccess: ({ data }) => location.assign(data.paymentUrl),
  })
}

/** A fresh payment page for a subscription whose first one was left, declined or has expired. */
export function useCheckout() {
  const api = useApi()
  return useMutation({
    mutation: () => api('billing.checkout.store'),
    onSuccess: ({ data }) => location.assign(data.checkoutUrl),
  })
}

/** Lago's own page about the organization: every invoice, its usage and its credit. */
export function usePortal() {
  const api = useApi()
  return useMutation({
    mutation: () => api('billing.portal.store'),
    onSuccess: ({ data }) => location.assign(data.portalUrl),
  })
}

export function useBillingDetails() {
  const api = useApi()
  return useQuery({
    key: detailsKey,
    query: () => api('billing.details.show').then(({ data }) => data),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    ssrCatchError: true,
  })
}

type DetailsChange = Omit<
  BillingDetails,
  'currency' | 'currencyIsFinal' | 'currencies' | 'vat' | 'countries'
> & {
  currency?: BillingDetails['currencies'][number]
}

/** The tax changes with the country and the number, and with it what a change of plan costs. */
export function useBillingDetailsChange(onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (body: DetailsChange) =>
      api('billing.details.update', {
        // What the form has not filled in, the gateway asks for.
        body: {
          ...body,
          legalName: body.legalName ?? '',
          addressLine1: body.addressLine1 ?? '',
          city: body.city ?? '',
          country: body.country ?? '',
        },
      }),
    onSuccess: ({ data }) => {
      cache.setQueryData(detailsKey, data)
      onSaved()
      return cache.invalidateQueries({ key: billingKey })
    },
  })
}

export function useCoupons() {
  const api = useApi()
  return useQuery({
    key: couponsKey,
    query: () => api('billing.coupons.index').then(({ data }) => data),
    ssrCatchError: true,
  })
}

/** What a change of plan costs changes with it. */
export function useCouponApplication(onApplied: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (code: string) => api('billing.coupons.store', { body: { code } }),
    onSuccess: () => {
      onApplied()
      return cache.invalidateQueries({ key: billingKey })
    },
  })
}

export function useCouponRemoval(onRemoved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (id: string) => api('billing.coupons.destroy', { params: { id } }),
    onSuccess: () => {
      onRemoved()
      return cache.invalidateQueries({ key: billingKey })
    },
  })
}

export function useWallet() {
  const api = useApi()
  const can = useCan()
  return useQuery({
    key: walletKey,
    query: () => api('billing.wallet.show').then(({ data }) => data),
    enabled: () => can('billing.manage'),
    ssrCatchError: true,
  })
}

export interface TopUp {
  amountCents: number
  key: string
}

/** Credit is bought on the payment page, or with the card of an earlier payment. */
export function useTopUp(onOrdered: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ amountCents, key: idempotencyKey }: TopUp) =>
      api('billing.top_ups.store', { body: { amountCents } }, { idempotencyKey }),
    onSuccess: async ({ data }) => {
      if (data.paymentUrl) return location.assign(data.paymentUrl)
      await cache.invalidateQueries({ key: billingKey })
      onOrdered()
    },
  })
}

export function useBalanceWarning(onSaved: () => void) {
  const api = useApi()
  const cache = useQueryCache()
  return useMutation({
    mutation: (lowBalanceCents: number | null) => api('billing.wallet.update', { body: { lowBalanceCents } }),
    onSuccess: ({ data }) => {
      cache.setQueryData(walletKey, data)
      onSaved()
      return cache.invalidateQueries({ key: [...billingKey, 'entitlements'] })
    },
  })
}
