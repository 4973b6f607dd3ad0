-- A subscription may be taken away before its end.
alter table subscription drop constraint subscription_status_check;
alter table subscription add constraint subscription_status_check
    check (status in ('active', 'expired', 'terminated'));
