create table organizations (
  id uuid primary key,
  name text not null,
  default_currency text not null default 'EUR',
  timezone text not null default 'UTC',
  document_numbering text not null default 'per_customer',
  document_number_prefix text not null,
  net_payment_term integer not null default 0,
  finalize_zero_amount_invoice boolean not null default true,
  invoice_grace_period integer not null default 0,
  profile jsonb not null default '{}',
  hmac_key text not null,
  signing_key text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- One row: where the clock stands, up to when its jobs have run, and what the next simulated payment does.
create table sandbox_state (
  id boolean primary key default true check (id),
  clock_offset_ms bigint not null default 0,
  jobs_ran_until timestamptz,
  next_payment text not null default 'succeed' check (next_payment in ('succeed', 'fail', 'require_action'))
);
insert into sandbox_state default values;

create table taxes (
  id uuid primary key,
  code text not null,
  name text not null,
  rate double precision not null,
  description text,
  applied_to_organization boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index taxes_code on taxes (code) where deleted_at is null;

create table billable_metrics (
  id uuid primary key,
  code text not null,
  name text not null,
  description text,
  aggregation_type text not null,
  field_name text,
  recurring boolean not null default false,
  weighted_interval text,
  rounding_function text,
  rounding_precision integer,
  expression text,
  filters jsonb not null default '[]',
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index billable_metrics_code on billable_metrics (code) where deleted_at is null;

create table plans (
  id uuid primary key,
  parent_id uuid references plans (id),
  code text not null,
  name text not null,
  invoice_display_name text,
  description text,
  interval text not null,
  amount_cents bigint not null,
  amount_currency text not null,
  pay_in_advance boolean not null,
  trial_period double precision not null default 0,
  bill_charges_monthly boolean,
  minimum_commitment jsonb,
  usage_thresholds jsonb not null default '[]',
  metadata jsonb,
  tax_codes text[] not null default '{}',
  pending_deletion boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index plans_code on plans (code) where deleted_at is null and parent_id is null;

create table charges (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  parent_id uuid references charges (id),
  billable_metric_id uuid not null references billable_metrics (id),
  code text not null,
  invoice_display_name text,
  charge_model text not null,
  properties jsonb not null,
  filters jsonb not null default '[]',
  pay_in_advance boolean not null default false,
  prorated boolean not null default false,
  invoiceable boolean not null default true,
  regroup_paid_fees text,
  min_amount_cents bigint not null default 0,
  tax_codes text[] not null default '{}',
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index charges_plan on charges (plan_id);

create table features (
  id uuid primary key,
  code text not null,
  name text,
  description text,
  privileges jsonb not null default '[]',
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index features_code on features (code) where deleted_at is null;

create table customers (
  id uuid primary key,
  external_id text not null,
  sequential_id integer not null unique,
  name text,
  currency text,
  timezone text,
  net_payment_term integer,
  invoice_grace_period integer,
  finalize_zero_amount_invoice text not null default 'inherit',
  skip_invoice_custom_sections boolean not null default false,
  document_locale text,
  profile jsonb not null default '{}',
  metadata jsonb not null default '[]',
  tax_codes text[] not null default '{}',
  payment_provider text,
  payment_provider_code text,
  provider_customer_id text,
  provider_payment_methods text[] not null default '{card}',
  sync_with_provider boolean not null default false,
  card jsonb,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index customers_external_id on customers (external_id) where deleted_at is null;

create table subscriptions (
  id uuid primary key,
  external_id text not null,
  customer_id uuid not null references customers (id),
  plan_id uuid not null references plans (id),
  previous_subscription_id uuid references subscriptions (id),
  name text,
  status text not null check (status in ('pending', 'active', 'terminated', 'canceled', 'incomplete')),
  billing_time text not null check (billing_time in ('calendar', 'anniversary')),
  subscription_at timestamptz not null,
  started_at timestamptz,
  ending_at timestamptz,
  trial_ended_at timestamptz,
  terminated_at timestamptz,
  canceled_at timestamptz,
  on_termination_credit_note text,
  on_termination_invoice text not null default 'generate',
  progressive_billing_disabled boolean not null default false,
  consolidate_invoice boolean not null default true,
  purchase_order_number text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index subscriptions_one_active on subscriptions (external_id) where status = 'active';
create unique index subscriptions_one_pending on subscriptions (external_id) where status = 'pending';
create index subscriptions_customer on subscriptions (customer_id);
create index subscriptions_previous on subscriptions (previous_subscription_id);

create table entitlements (
  id uuid primary key,
  feature_id uuid not null references features (id),
  plan_id uuid references plans (id),
  subscription_id uuid references subscriptions (id),
  removed boolean not null default false,
  privileges jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((plan_id is null) <> (subscription_id is null))
);
create unique index entitlements_plan on entitlements (plan_id, feature_id) where plan_id is not null;
create unique index entitlements_subscription on entitlements (subscription_id, feature_id) where subscription_id is not null;

create table add_ons (
  id uuid primary key,
  code text not null,
  name text not null,
  invoice_display_name text,
  description text,
  amount_cents bigint not null,
  amount_currency text not null,
  tax_codes text[] not null default '{}',
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index add_ons_code on add_ons (code) where deleted_at is null;

create table coupons (
  id uuid primary key,
  code text not null,
  name text not null,
  description text,
  coupon_type text not null,
  amount_cents bigint,
  amount_currency text,
  percentage_rate numeric,
  frequency text not null,
  frequency_duration integer,
  expiration text not null,
  expiration_at timestamptz,
  reusable boolean not null default true,
  plan_codes text[] not null default '{}',
  billable_metric_codes text[] not null default '{}',
  status text not null default 'active',
  terminated_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index coupons_code on coupons (code) where deleted_at is null;

create table applied_coupons (
  id uuid primary key,
  coupon_id uuid not null references coupons (id),
  customer_id uuid not null references customers (id),
  status text not null default 'active',
  amount_cents bigint,
  amount_currency text,
  percentage_rate numeric,
  frequency text not null,
  frequency_duration integer,
  frequency_duration_remaining integer,
  terminated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index applied_coupons_customer on applied_coupons (customer_id);

create table events (
  id uuid primary key,
  transaction_id text not null,
  code text not null,
  external_subscription_id text not null,
  timestamp timestamptz not null,
  properties jsonb not null default '{}',
  precise_total_amount_cents numeric,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index events_transaction on events (external_subscription_id, transaction_id);
create index events_usage on events (external_subscription_id, code, timestamp);

create table invoices (
  id uuid primary key,
  customer_id uuid not null references customers (id),
  sequential_id integer,
  number text not null,
  invoice_type text not null,
  status text not null,
  payment_status text not null default 'pending',
  payment_overdue boolean not null default false,
  payment_dispute_lost_at timestamptz,
  currency text not null,
  issuing_date date not null,
  payment_due_date date not null,
  net_payment_term integer not null,
  fees_amount_cents bigint not null default 0,
  coupons_amount_cents bigint not null default 0,
  taxes_amount_cents bigint not null default 0,
  taxes_rate double precision not null default 0,
  credit_notes_amount_cents bigint not null default 0,
  prepaid_credit_amount_cents bigint not null default 0,
  prepaid_granted_credit_amount_cents bigint not null default 0,
  prepaid_purchased_credit_amount_cents bigint not null default 0,
  sub_total_excluding_taxes_amount_cents bigint not null default 0,
  sub_total_including_taxes_amount_cents bigint not null default 0,
  total_amount_cents bigint not null default 0,
  total_paid_amount_cents bigint not null default 0,
  applied_taxes jsonb not null default '[]',
  metadata jsonb not null default '[]',
  purchase_order_number text,
  skip_charge boolean not null default false,
  generated_at timestamptz,
  voided_at timestamptz,
  finalized_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index invoices_sequence on invoices (customer_id, sequential_id) where sequential_id is not null;

-- The subscriptions an invoice bills, with the days and the usage window that each one's fees cover.
create table invoice_subscriptions (
  id uuid primary key,
  invoice_id uuid not null references invoices (id) on delete cascade,
  subscription_id uuid not null references subscriptions (id),
  invoicing_reason text not null,
  billed_on date not null,
  from_datetime timestamptz not null,
  to_datetime timestamptz not null,
  charges_from_datetime timestamptz,
  charges_to_datetime timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index invoice_subscriptions_invoice on invoice_subscriptions (invoice_id);
create unique index invoice_subscriptions_period on invoice_subscriptions (subscription_id, billed_on)
  where invoicing_reason = 'subscription_periodic';

create table wallets (
  id uuid primary key,
  customer_id uuid not null references customers (id),
  status text not null default 'active',
  currency text not null,
  name text,
  code text not null,
  priority integer not null default 50,
  rate_amount numeric not null,
  credits_balance numeric not null default 0,
  balance_cents bigint not null default 0,
  consumed_credits numeric not null default 0,
  consumed_amount_cents bigint not null default 0,
  invoice_requires_successful_payment boolean not null default false,
  paid_top_up_min_amount_cents bigint,
  paid_top_up_max_amount_cents bigint,
  fee_types text[] not null default '{}',
  billable_metric_codes text[] not null default '{}',
  purchase_order_number text,
  expiration_at timestamptz,
  last_balance_sync_at timestamptz,
  last_consumed_credit_at timestamptz,
  terminated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index wallets_customer on wallets (customer_id);

create table wallet_transactions (
  id uuid primary key,
  wallet_id uuid not null references wallets (id),
  invoice_id uuid references invoices (id),
  credit_note_id uuid,
  voided_invoice_id uuid references invoices (id),
  status text not null,
  source text not null,
  transaction_status text not null,
  transaction_type text not null,
  amount numeric not null,
  amount_cents bigint not null,
  credit_amount numeric not null,
  remaining_amount_cents bigint,
  invoice_requires_successful_payment boolean not null default false,
  metadata jsonb not null default '[]',
  name text,
  settled_at timestamptz,
  failed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index wallet_transactions_wallet on wallet_transactions (wallet_id);

create table fees (
  id uuid primary key,
  invoice_id uuid references invoices (id) on delete cascade,
  customer_id uuid not null references customers (id),
  subscription_id uuid references subscriptions (id),
  charge_id uuid references charges (id),
  charge_filter_id uuid,
  wallet_transaction_id uuid references wallet_transactions (id),
  fee_type text not null,
  item jsonb not null,
  tax_codes text[] not null default '{}',
  amount_cents bigint not null,
  amount_currency text not null,
  precise_amount numeric not null,
  precise_unit_amount numeric not null default 0,
  precise_coupons_amount_cents numeric not null default 0,
  taxes_amount_cents bigint not null default 0,
  taxes_precise_amount_cents numeric not null default 0,
  taxes_rate double precision not null default 0,
  units numeric not null,
  total_aggregated_units numeric,
  events_count integer,
  event_transaction_id text,
  description text,
  pay_in_advance boolean not null default false,
  invoiceable boolean not null default true,
  amount_details jsonb not null default '{}',
  from_datetime timestamptz,
  to_datetime timestamptz,
  applied_taxes jsonb not null default '[]',
  payment_status text not null default 'pending',
  succeeded_at timestamptz,
  failed_at timestamptz,
  refunded_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index fees_invoice on fees (invoice_id);
create index fees_subscription on fees (subscription_id);

create table credit_notes (
  id uuid primary key,
  customer_id uuid not null references customers (id),
  invoice_id uuid not null references invoices (id),
  sequential_id integer not null,
  number text not null,
  issuing_date date not null,
  credit_status text not null,
  refund_status text,
  reason text not null,
  description text,
  currency text not null,
  total_amount_cents bigint not null,
  precise_total_amount_cents numeric not null,
  sub_total_excluding_taxes_amount_cents bigint not null,
  taxes_amount_cents bigint not null,
  precise_taxes_amount_cents numeric not null,
  taxes_rate double precision not null default 0,
  coupons_adjustment_amount_cents bigint not null default 0,
  credit_amount_cents bigint not null,
  refund_amount_cents bigint not null default 0,
  offset_amount_cents bigint not null default 0,
  balance_amount_cents bigint not null,
  applied_taxes jsonb not null default '[]',
  voided_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credit_notes_customer on credit_notes (customer_id);
create index credit_notes_invoice on credit_notes (invoice_id);

create table credit_note_items (
  id uuid primary key,
  credit_note_id uuid not null references credit_notes (id) on delete cascade,
  fee_id uuid not null references fees (id),
  amount_cents bigint not null,
  precise_amount_cents numeric not null,
  amount_currency text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credit_note_items_fee on credit_note_items (fee_id);

-- What a coupon or a credit note took off an invoice.
create table credits (
  id uuid primary key,
  invoice_id uuid not null references invoices (id) on delete cascade,
  applied_coupon_id uuid references applied_coupons (id),
  credit_note_id uuid references credit_notes (id),
  amount_cents bigint not null,
  amount_currency text not null,
  before_taxes boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((applied_coupon_id is null) <> (credit_note_id is null))
);
create index credits_invoice on credits (invoice_id);

create table payments (
  id uuid primary key,
  invoice_id uuid not null references invoices (id),
  customer_id uuid not null references customers (id),
  amount_cents bigint not null,
  amount_currency text not null,
  payable_payment_status text not null,
  status text not null,
  type text not null,
  reference text,
  card jsonb,
  provider_payment_id text,
  due_at timestamptz,
  paid_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index payments_invoice on payments (invoice_id);
create index payments_due on payments (due_at) where status = 'scheduled';

create table checkout_sessions (
  id uuid primary key,
  token text not null unique,
  mode text not null check (mode in ('payment', 'setup', 'portal')),
  customer_id uuid not null references customers (id),
  invoice_id uuid references invoices (id),
  pending_card jsonb,
  expires_at timestamptz not null,
  completed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table webhook_endpoints (
  id uuid primary key,
  webhook_url text not null unique,
  signature_algo text not null default 'jwt',
  name text,
  event_types text[],
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table webhooks (
  id uuid primary key,
  position bigint generated always as identity unique,
  webhook_endpoint_id uuid references webhook_endpoints (id) on delete set null,
  webhook_url text,
  webhook_type text not null,
  object_type text not null,
  object_id text,
  payload text not null,
  status text not null check (status in ('unsent', 'pending', 'succeeded', 'failed')),
  attempts integer not null default 0,
  http_status integer,
  last_error text,
  -- Real time: a moved clock must not hold back or repeat a delivery.
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index webhooks_due on webhooks (next_attempt_at) where status = 'pending';
