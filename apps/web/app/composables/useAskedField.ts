/** Leads to the field that the address asks for, once: where a click on a preview comes from. */
export function useAskedField(form: Readonly<Ref<HTMLElement | null>>) {
  const { field } = useRoute().query
  const router = useRouter()
  onMounted(() => {
    if (typeof field !== 'string' || !/^\w+$/.test(field)) return
    const found = form.value?.querySelector<HTMLElement>(`[name="${field}"], [data-field="${field}"] button`)
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
    void router.replace({ query: {} })
  })
}
