-- Figures are read by stretches of time. Rows come in the order of time and stay where they are, so
-- that a summary of each range of blocks finds them, and costs writers nothing.
create index ledger_transaction_by_time on ledger_transaction using brin (at)
    with (pages_per_range = 32, autosummarize = on);
create index payment_by_age on payment using brin (created_at)
    with (pages_per_range = 32, autosummarize = on);
-- Which stretches of paid time a moment is in.
create index subscription_extension_by_end on subscription_extension (to_at);
create index subscription_by_start on subscription (started_at);
