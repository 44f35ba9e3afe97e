const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Marks up values for HTML: everything put into the template is escaped. */
export const html = (template: TemplateStringsArray, ...values: string[]) =>
  String.raw(
    { raw: template },
    ...values.map((value) => value.replace(/[&<>"']/g, (char) => entities[char] ?? char)),
  )
