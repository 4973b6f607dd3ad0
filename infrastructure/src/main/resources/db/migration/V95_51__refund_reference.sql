-- What a provider lists as given back is held against our refunds every night.
create index refund_of_reference on refund (provider_reference) where provider_reference is not null;
