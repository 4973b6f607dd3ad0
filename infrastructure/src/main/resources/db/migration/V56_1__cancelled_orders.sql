-- Orders that their buyers gave up. The rule is found by what it says: its name was not ours to choose.
do $$
declare
    rule text;
begin
    for rule in
        select conname from pg_constraint
        where conrelid = 'sales_order'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%awaiting_payment%' and pg_get_constraintdef(oid) like '%expired%'
    loop
        execute format('alter table sales_order drop constraint %I', rule);
    end loop;
end $$;
alter table sales_order add constraint sales_order_state
    check (status in ('awaiting_payment', 'paid', 'expired', 'cancelled'));
