-- What customers had us forget and its provider has not yet: the token, sealed, of nobody. Gone once it has.
create table saved_method_release (
    id uuid primary key, -- of the saved method that was
    provider text not null,
    sealed_token text not null,
    at timestamptz not null -- when it was saved
);
