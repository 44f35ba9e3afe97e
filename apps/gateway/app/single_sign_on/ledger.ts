declare module '#ledger/record' {
  interface Actions {
    'single_sign_on.configured': { issuer: string; clientId: string; role: string; isRequired: boolean }
    'single_sign_on.removed': { issuer: string }
    'domain.added': { name: string }
    'domain.verified': { name: string }
    'domain.removed': { name: string }
    'user.provisioned': { organizationName: string }
    'member.provisioned': { userId: string; role: string }
  }
}
