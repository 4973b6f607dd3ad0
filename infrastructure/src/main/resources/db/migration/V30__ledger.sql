-- Double entry, append only. Balances are sums of postings and are stored nowhere.
create table ledger_transaction (
    id uuid primary key, -- UUIDv7: newest last
    business_key text not null unique check (length(business_key) between 1 and 200),
    kind text not null,
    posting_count smallint not null check (posting_count between 2 and 100),
    at timestamptz not null
);

create table ledger_posting (
    transaction_id uuid not null references ledger_transaction,
    line smallint not null check (line > 0),
    account_type text not null check (account_type in ('customer_wallet', 'provider_clearing',
        'revenue', 'provider_fees', 'refunds', 'rounding', 'unallocated')),
    account_owner text not null, -- a customer's id, a provider's name; empty where there is one account only
    asset text not null,
    minor_units bigint not null check (minor_units <> 0), -- debit > 0, credit < 0
    primary key (transaction_id, line)
);

-- A wallet's balance is read from this index alone.
create index ledger_posting_wallet on ledger_posting (account_owner, asset) include (minor_units)
    where account_type = 'customer_wallet';

-- All postings of a transaction come in one statement, complete and balanced, and none comes later.
create function ledger_posting_balanced() returns trigger language plpgsql as $$
begin
    if exists (select 1 from inserted group by transaction_id, asset having sum(minor_units) <> 0) then
        raise exception 'postings of a transaction do not sum to zero' using errcode = 'check_violation';
    end if;
    if exists (
        select 1
        from (select transaction_id, count(*) as lines, max(line) as last_line
              from inserted group by transaction_id) batch
        join ledger_transaction t on t.id = batch.transaction_id
        where batch.lines <> t.posting_count or batch.last_line <> t.posting_count
    ) then
        raise exception 'postings of a transaction are not complete' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger ledger_posting_balanced after insert on ledger_posting
    referencing new table as inserted for each statement execute function ledger_posting_balanced();

create function ledger_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append only: book a reversal', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
    for each statement execute function ledger_append_only();
create trigger ledger_posting_append_only before update or delete or truncate on ledger_posting
    for each statement execute function ledger_append_only();
