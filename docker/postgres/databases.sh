#!/usr/bin/env bash
# Makes what is missing and sets every password anew, so that a secret is rotated by changing it and starting again.
set -euo pipefail

for name in gateway directus lago; do
  psql --no-psqlrc --quiet --username postgres --set ON_ERROR_STOP=1 --set "name=$name" <<EOS
\\getenv password ${name^^}_DB_PASSWORD
set log_min_duration_statement = -1;
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \\gexec
select format('alter role %I connection limit 60 password %L', :'name', :'password') \\gexec
select format('create database %I owner %I', :'name', :'name')
  where not exists (select from pg_database where datname = :'name') \\gexec
select format('revoke connect on database %I from public', :'name') \\gexec
EOS
  echo "database $name is ready"
done
