-- The daily proof reads the payments of some days in the order in which providers took their money.
create index payment_paid on payment (provider, paid_at, id) where paid_at is not null;
