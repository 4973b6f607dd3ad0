-- A provider may say that something happened to a payment that we gave up: then it is asked about.
do $$
declare old text;
begin
    select conname into strict old from pg_constraint
        where conrelid = 'payment'::regclass and contype = 'c'
          and pg_get_constraintdef(oid) like '%look_at%';
    execute format('alter table payment drop constraint %I', old);
end $$;

alter table payment add constraint payment_look check (
    case state
        when 'expired' then true
        else (look_at is not null) = (state in ('created', 'unknown', 'pending'))
    end) not valid;
alter table payment validate constraint payment_look;
