-- That a payer agreed that we keep what he pays with; append only.
create table payment_keep_consent (
    payment_id uuid primary key references payment deferrable initially deferred,
    account_id uuid not null,
    text_version text not null,
    at timestamptz not null
);
create index payment_keep_consent_of_account on payment_keep_consent (account_id);

-- Ways to pay that customers let us keep. The token is sealed (AES-256-GCM, key not in the database).
create table saved_method (
    id uuid primary key,
    account_id uuid not null,
    provider text not null,
    payment_id uuid not null unique references payment deferrable initially deferred, -- with which it was kept
    sealed_token text not null,
    title text not null,
    at timestamptz not null
);
create index saved_method_of_account on saved_method (account_id, id desc);

-- Payments that are made by a kept method: nobody makes an invoice for them, and what is paid for is
-- charged for once.
create table payment_charge (
    payment_id uuid primary key references payment deferrable initially deferred,
    subject uuid not null unique,
    method_id uuid not null, -- no reference: the method may be forgotten
    at timestamptz not null
);
