// Every route, its guard and its limit, one file a domain.
import '#start/routes/core'
import '#start/routes/accounts'
import '#start/routes/identities'
import '#start/routes/organizations'
import '#start/routes/single_sign_on'
import '#start/routes/content'
import '#start/routes/billing'
import '#start/routes/admin'
