declare module '#ledger/record' {
  interface Actions {
    'api_key.created': { name: string; scopes: string[]; perMinute: number; expiresAt: string | null }
    'api_key.revoked': { name: string }
  }
}
