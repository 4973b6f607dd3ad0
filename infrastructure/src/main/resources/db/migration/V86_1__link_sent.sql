-- The link is sent to its owner once, when he can connect for the first time. Who had one before this was kept knows it.
alter table access_link add column sent_at timestamptz;
update access_link set sent_at = made_at;
