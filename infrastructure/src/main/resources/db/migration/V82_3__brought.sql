-- People who came over from other shops, each once, with what they were owed there.
create table brought_person (
    id uuid primary key,
    shop text not null check (length(shop) between 1 and 40),
    row_key text not null check (length(row_key) between 1 and 100),
    account_id uuid not null,
    subscription_id uuid,
    balance_minor bigint check (balance_minor > 0),
    asset text,
    at timestamptz not null,
    unique (shop, row_key),
    check ((balance_minor is null) = (asset is null))
);
create index brought_person_of_account on brought_person (account_id);
create index brought_person_balance on brought_person (id) where balance_minor is not null;

-- Of a file: what it is called, its digest, what its balances are counted in, whether it is a dry run.
alter table import_job add column shop text;
alter table import_job add column digest text;
alter table import_job add column balances text;
alter table import_job add column dry_run boolean not null default false;

-- The account of opening balances, beside those that are there already.
do $$
declare
    known text;
begin
    select pg_get_constraintdef(oid) into known from pg_constraint
    where conrelid = 'ledger_posting'::regclass and conname = 'ledger_posting_account_type_check';
    if known is null or known not like '%ARRAY[%' then
        raise exception 'the check of ledger accounts is not as it was: %', known;
    end if;
    execute 'alter table ledger_posting drop constraint ledger_posting_account_type_check';
    execute 'alter table ledger_posting add constraint ledger_posting_account_type_check '
        || replace(known, 'ARRAY[', 'ARRAY[''opening_balances''::text, ');
end $$;
