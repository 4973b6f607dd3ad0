-- Money that fits no payment may pay an order that staff name.
alter table unmatched_money drop constraint unmatched_money_resolution_check;
alter table unmatched_money add constraint unmatched_money_resolution_check
    check (resolution in ('credit', 'pay_order', 'sent_back', 'kept'));
