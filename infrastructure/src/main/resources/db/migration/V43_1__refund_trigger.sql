-- Who only looks after refunds does not wait for their payments, which others hold while they wait for refunds.
drop trigger refund_within_payment on refund;
create trigger refund_within_payment
    after insert or update of state, sale_minor, wallet_minor, unallocated_minor on refund
    for each row execute function refund_within_payment();
