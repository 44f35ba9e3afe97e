/** Tells search engines what a page is about. The text stands in a script element, which nothing in it may end. */
export function useStructuredData(data: object) {
  const innerHTML = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  useHead({ script: [{ type: 'application/ld+json', innerHTML, key: 'structured-data' }] })
}
