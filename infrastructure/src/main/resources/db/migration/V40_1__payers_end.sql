-- Accounts end: by erasure, then money that still comes is flagged; or by a merge, then what was
-- booked stays booked to whom it was.
alter table payment
    add column payer_gone boolean not null default false,
    add column booked_to uuid; -- null: to the payer
