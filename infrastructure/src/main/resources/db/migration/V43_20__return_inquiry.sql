-- Money that may have gone back at a provider, which is asked what it was; gone once that is known.
create table return_inquiry (
    provider text not null,
    -- the provider's own name of a refund, a dispute or a payment
    about text not null check (length(about) between 1 and 255),
    -- how often it was told of: an answer counts only if nothing was told meanwhile
    told integer not null check (told > 0),
    opened_at timestamptz not null,
    look_at timestamptz not null,
    primary key (provider, about)
);

create index return_inquiry_due on return_inquiry (look_at);
