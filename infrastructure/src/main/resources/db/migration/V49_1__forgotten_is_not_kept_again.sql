-- What a customer had us forget is not kept again by a push of the same payment that is applied once more.
alter table payment_keep_consent add column forgotten boolean not null default false;
