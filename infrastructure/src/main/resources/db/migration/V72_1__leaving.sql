-- Users who are to be removed from a panel that their access left. Due by itself, or when a worker's lease ran out.
create table access_leaving (
    access_id uuid not null,
    panel_id uuid not null references panel (id),
    attempts integer not null,
    due_at timestamptz not null,
    primary key (access_id, panel_id)
);
create index access_leaving_due on access_leaving (panel_id, due_at);

-- Draining goes by panel and id.
drop index access_of_panel;
create index access_of_panel on access (panel_id, id);
