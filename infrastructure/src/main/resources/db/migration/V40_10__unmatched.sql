-- Money that came and fits no payment, until staff decide whose it is, and what they decided.
create table unmatched_money (
    id uuid primary key,
    provider text not null,
    reference text not null, -- the provider's id of the invoice
    received_minor bigint check (received_minor > 0),
    received_asset text,
    received_text text, -- what nobody can count, as the provider wrote it
    reason text not null,
    payment_id uuid, -- ours, for which or beside which it came
    paid_at timestamptz not null,
    seen_at timestamptz not null,
    resolution text check (resolution in ('credit', 'sent_back', 'kept')),
    resolved_minor bigint check (resolved_minor between 1 and received_minor),
    target uuid,
    resolution_reason text,
    resolved_at timestamptz,
    unique (provider, reference),
    check ((received_minor is null) = (received_text is not null)),
    check ((received_minor is null) = (received_asset is null)),
    check ((resolution is null) = (resolved_at is null)),
    check (resolution is not null or resolved_minor is null)
) with (fillfactor = 80);
create index unmatched_feed on unmatched_money (seen_at desc, id desc);
create index unmatched_open on unmatched_money (seen_at desc, id desc) where resolution is null;
create index unmatched_of_payment on unmatched_money (payment_id) where payment_id is not null;

-- The id that the shop gives such money: a name-based UUID of provider and reference.
create function unmatched_id(provider text, reference text) returns uuid language sql immutable as $$
    select cast(substr(h, 1, 12) || '3' || substr(h, 14, 3)
        || to_hex((cast(cast('x' || substr(h, 17, 1) as bit(4)) as integer) & 3) | 8) || substr(h, 18) as uuid)
    from (select md5('unmatched-money ' || provider || ' ' || reference) as h) hashed
$$;

-- What came before this list was there.
insert into unmatched_money (id, provider, reference, received_minor, received_asset, received_text,
    reason, payment_id, paid_at, seen_at)
select unmatched_id(provider, provider_reference), provider, provider_reference, received_minor,
    received_asset, received_text, coalesce(reason, 'flagged'), id, paid_at, closed_at
from payment where state = 'flagged';

insert into unmatched_money (id, provider, reference, received_minor, received_asset, reason, paid_at, seen_at)
select unmatched_id(p.account_owner, k.reference), p.account_owner, k.reference, -p.minor_units, p.asset,
    'a further invoice was paid too', t.at, t.at
from ledger_transaction t
join ledger_posting p on p.transaction_id = t.id and p.account_type = 'unallocated'
cross join lateral (select substr(t.business_key, length('payment-surplus:' || p.account_owner || ':') + 1)
    as reference) k
where t.kind = 'payment_surplus'
on conflict do nothing;
