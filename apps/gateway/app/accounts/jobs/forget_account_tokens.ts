import AccountToken from '#accounts/models/account_token'

export default async function forgetAccountTokens() {
  await AccountToken.forgetOld()
}
