import DataExport from '#accounts/models/data_export'

export default async function removeExpiredExports() {
  await DataExport.removeExpired()
}
