-- Money on its way back, or back. Each takes from its payment what it is booked with.
create table refund (
    id uuid primary key,
    payment_id uuid not null references payment,
    state text not null check (state in
        ('reported', 'requested', 'unknown', 'sent', 'succeeded', 'failed')),
    cause text not null check (cause in ('staff', 'provider', 'dispute')),
    destination text not null check (destination in ('provider', 'wallet')),
    amount_minor bigint not null check (amount_minor > 0),
    asset text not null,
    -- where it is taken from; null while it is not booked
    sale_minor bigint check (sale_minor >= 0),
    sale_total_minor bigint check (sale_total_minor >= sale_minor),
    wallet_minor bigint check (wallet_minor >= 0),
    unallocated_minor bigint check (unallocated_minor >= 0),
    excess_minor bigint check (excess_minor >= 0),
    request_key text not null check (length(request_key) between 1 and 300),
    reason text not null,
    provider_reference text,
    failure text,
    created_at timestamptz not null,
    closed_at timestamptz,
    -- when to look after it next; null once it is finished
    look_at timestamptz,
    unique (payment_id, request_key),
    unique (payment_id, provider_reference),
    check ((look_at is null) = (state in ('succeeded', 'failed'))),
    check ((closed_at is null) = (look_at is not null)),
    check ((failure is null) = (state <> 'failed')),
    check (state not in ('reported', 'sent') or provider_reference is not null),
    check (sale_minor is not null or state in ('reported', 'failed')),
    check ((sale_minor is null) = (sale_total_minor is null) and (sale_minor is null) = (wallet_minor is null)
        and (sale_minor is null) = (unallocated_minor is null) and (sale_minor is null) = (excess_minor is null)),
    check (sale_minor is null
        or sale_minor + wallet_minor + unallocated_minor + excess_minor = amount_minor),
    check (excess_minor = 0 or cause <> 'staff')
) with (fillfactor = 80);

create index refund_of_payment on refund (payment_id, id);
create index refund_due on refund (look_at) where look_at is not null;

-- The last line: what goes back is never more than what came. The payment is held, so that two at
-- once do not both fit.
create function refund_within_payment() returns trigger language plpgsql as $$
declare
    came bigint;
    gone bigint;
begin
    if new.sale_minor is null or new.state = 'failed' then
        return null;
    end if;
    select received_minor into came from payment where id = new.payment_id for no key update;
    select sum(sale_minor + wallet_minor + unallocated_minor) into gone
    from refund where payment_id = new.payment_id and state not in ('reported', 'failed');
    if gone > coalesce(came, 0) then
        raise exception 'refunds of payment % sum to %, more than came', new.payment_id, gone
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger refund_within_payment after insert or update on refund
    for each row execute function refund_within_payment();
