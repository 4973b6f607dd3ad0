-- Staff list the payments of one provider, and a provider may be a rare one; what a provider calls a payment is
-- looked for without knowing the provider: few names before the reference, so the unique index is skipped through.
create index payment_of_provider on payment (provider, id);
