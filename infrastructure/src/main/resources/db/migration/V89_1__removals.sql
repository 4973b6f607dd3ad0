-- Machines whose subscription was taken away are kept for a while, and then removed with all data.
alter table access
    add column remove_at timestamptz, -- null: never
    add column removal_told_at timestamptz, -- the remove_at of which the customer was told
    drop constraint access_status_check,
    add constraint access_status_check check (status in ('pending', 'ready', 'parked', 'removed'));
create index access_removal on access (remove_at) where remove_at is not null;
