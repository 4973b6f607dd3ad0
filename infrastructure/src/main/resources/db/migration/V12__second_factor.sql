-- The second factor of an account: one-time passwords of an app, and recovery codes.

create table second_factor (
    account_id uuid primary key references account (id) on delete cascade,
    sealed_secret text not null, -- under a key that is not in the database
    active boolean not null, -- false: proposed, and its owner has not shown yet that it works
    last_step bigint not null, -- newest time step accepted; it and older ones are used
    recovery text not null, -- SHA-256 of the codes that are left, in hexadecimal, by commas
    since timestamptz not null
);
