declare module '#ledger/record' {
  interface Actions {
    'organization.renamed': { name: string; slug: string; formerName: string; formerSlug: string }
    'organization.deleted': { name: string; slug: string }
    'member.role_changed': { role: string; formerRole: string }
    'member.removed': { role: string }
    'member.left': { role: string }
  }
}
