-- What staff keep about customers, who never see it.
create table account_note (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    text text not null,
    author_id uuid references account (id) on delete set null,
    created_at timestamptz not null
);
create index account_note_of_account on account_note (account_id, created_at desc, id desc);

create table account_tag (
    account_id uuid not null references account (id) on delete cascade,
    tag text not null,
    primary key (account_id, tag)
);
create index account_tag_by_tag on account_tag (tag, account_id);
