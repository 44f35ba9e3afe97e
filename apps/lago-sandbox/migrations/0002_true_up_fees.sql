-- A fee that lifts the usage of a charge to its minimum belongs to the fee of that usage.
alter table fees add column true_up_parent_fee_id uuid references fees (id) on delete cascade;
create index fees_true_up_parent on fees (true_up_parent_fee_id);
