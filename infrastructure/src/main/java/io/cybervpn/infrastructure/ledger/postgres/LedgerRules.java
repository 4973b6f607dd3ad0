package io.cybervpn.infrastructure.ledger.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold between the books and what they stand for, each rule as one set-based query that
 * gives the subjects that break it. All rules together are one statement, so that they see one
 * moment and work under way makes no difference.
 */
final class LedgerRules {
    /** A rule: its query gives {@code subject} and {@code detail}, both text. */
    record Rule(String check, String sql) {}

    /** The books by themselves. */
    static final List<Rule> OF_THE_BOOKS =
            List.of(
                    new Rule(
                            "transaction-not-balanced",
                            """
                            select t.business_key as subject,
                                'sums to ' || sum(p.minor_units) || ' ' || p.asset as detail
                            from ledger_posting p join ledger_transaction t on t.id = p.transaction_id
                            group by t.id, p.asset having sum(p.minor_units) <> 0"""),
                    new Rule(
                            "transaction-not-complete",
                            """
                            select t.business_key as subject,
                                'has ' || count(p.line) || ' of ' || t.posting_count || ' postings' as detail
                            from ledger_transaction t left join ledger_posting p on p.transaction_id = t.id
                            group by t.id having count(p.line) <> t.posting_count"""),
                    new Rule(
                            "trial-balance-not-zero",
                            """
                            select asset as subject, 'all accounts sum to ' || sum(minor_units) as detail
                            from ledger_posting group by asset having sum(minor_units) <> 0"""),
                    new Rule(
                            "wallet-overdrawn",
                            """
                            select account_owner as subject,
                                'owes ' || sum(minor_units) || ' ' || asset as detail
                            from ledger_posting
                            where account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                            group by account_owner, account_type, asset having sum(minor_units) > 0"""),
                    new Rule(
                            "reversal-does-not-mirror",
                            """
                            select r.business_key as subject, 'line ' || l.line as detail
                            from ledger_transaction r
                            left join ledger_transaction o
                                on o.business_key = substr(r.business_key, length('reversal-of:') + 1)
                            left join ledger_posting l on l.transaction_id = r.id
                            left join ledger_posting m on m.transaction_id = o.id and m.line = l.line
                            where r.kind = 'reversal' and (m.account_type, m.account_owner, m.asset, -m.minor_units)
                                is distinct from (l.account_type, l.account_owner, l.asset, l.minor_units)"""));

    /** The books against payments: the amount is read from what the provider holds for us. */
    static final List<Rule> OF_PAYMENTS =
            List.of(
                    new Rule(
                            "captured-payment-not-booked",
                            """
                            select p.id::text as subject,
                                'received ' || p.received_minor || ' ' || p.received_asset || ', booked '
                                    || coalesce(l.minor_units || ' ' || l.asset, 'nothing') as detail
                            from payment p
                            left join ledger_transaction t on t.business_key = 'payment-captured:' || p.id
                            left join ledger_posting l
                                on l.transaction_id = t.id and l.account_type = 'customer_wallet'
                            where p.state = 'captured' and p.provider <> 'wallet'
                                and (t.kind, l.account_owner, l.asset, l.minor_units) is distinct from
                                    ('payment_captured', coalesce(p.booked_to, p.payer)::text, p.received_asset, -p.received_minor)"""),
                    bookedForNothing(
                            "booked-payment-not-captured",
                            "payment_captured",
                            "payment",
                            "state",
                            "captured"),
                    new Rule(
                            "flagged-payment-not-unallocated",
                            """
                            select p.id::text as subject,
                                'received ' || p.received_minor || ' ' || p.received_asset || ', booked '
                                    || coalesce(l.minor_units || ' ' || l.asset, 'nothing') as detail
                            from payment p
                            left join ledger_transaction t on t.business_key = 'payment-unallocated:' || p.id
                            left join ledger_posting l
                                on l.transaction_id = t.id and l.account_type = 'unallocated'
                            where p.state = 'flagged' and p.received_minor is not null
                                and (t.kind, l.asset, l.minor_units) is distinct from
                                    ('payment_unallocated', p.received_asset, -p.received_minor)"""),
                    new Rule(
                            "fee-of-no-payment",
                            """
                            select t.business_key as subject, 'no payment with this reference' as detail
                            from ledger_transaction t
                            where t.kind = 'provider_fee'
                                and not exists (select 1 from payment p
                                    where 'provider-fee:' || p.provider || ':' || p.provider_reference
                                        = t.business_key)
                                and not exists (select 1 from ledger_transaction s
                                    where s.kind = 'payment_surplus'
                                        and s.business_key = replace(t.business_key, 'provider-fee:', 'payment-surplus:'))"""),
                    bookedForNothing(
                            "unallocated-payment-not-flagged",
                            "payment_unallocated",
                            "payment",
                            "state",
                            "flagged"));

    /**
     * The books against orders, and orders against what was given for them. What is given follows
     * an order by the outbox, so that it is missed only where the order was settled before {@code
     * $2}.
     */
    static final List<Rule> OF_ORDERS =
            List.of(
                    new Rule(
                            "paid-order-not-settled",
                            """
                            select o.id::text as subject,
                                'costs ' || o.total_minor || ' ' || o.asset || ', settled '
                                    || coalesce(l.minor_units || ' ' || l.asset, 'nothing') as detail
                            from sales_order o
                            left join ledger_transaction t on t.business_key = 'order-settled:' || o.id
                            left join ledger_posting l
                                on l.transaction_id = t.id and l.account_type = 'revenue'
                            where o.status = 'paid'
                                and (t.kind, l.asset, l.minor_units) is distinct from
                                    ('order_settled', o.asset, -o.total_minor)"""),
                    bookedForNothing(
                            "settled-order-not-paid",
                            "order_settled",
                            "sales_order",
                            "status",
                            "paid"),
                    new Rule(
                            "paid-order-without-captured-payment",
                            """
                            select o.id::text as subject, coalesce(p.state, 'no such payment') as detail
                            from sales_order o left join payment p on p.id = o.payment_id
                            where o.status = 'paid' and p.state is distinct from 'captured'"""),
                    new Rule(
                            "paid-order-not-extended",
                            """
                            select o.id::text as subject, 'settled at ' || t.at as detail
                            from sales_order o
                            join ledger_transaction t on t.business_key = 'order-settled:' || o.id
                            left join subscription_extension e on e.order_id = o.id
                            where o.status = 'paid' and o.add_on_id is null and e.order_id is null
                                and t.at < $2"""),
                    new Rule(
                            "extended-order-not-paid",
                            """
                            select e.order_id::text as subject, coalesce(o.status, 'no such order') as detail
                            from subscription_extension e left join sales_order o on o.id = e.order_id
                            where o.status is distinct from 'paid'"""),
                    new Rule(
                            "subscription-end-not-its-extensions",
                            """
                            select s.id::text as subject,
                                'ends ' || s.expire_at || ', paid up to '
                                    || coalesce(max(p.reach)::text, 'nothing') as detail
                            from subscription s
                            left join (
                                select e.subscription_id, e.paid_at
                                    + sum(div(e.days * 86400 * (t.total - t.gone) + t.total - 1, t.total))
                                        over (partition by e.subscription_id order by e.seq
                                            rows between current row and unbounded following)
                                    * interval '1 second' as reach
                                from subscription_extension e
                                left join (select order_id, max(total_minor)::numeric as total,
                                        least(sum(returned_minor), max(total_minor)) as gone
                                    from subscription_return where not undone group by order_id) r
                                    on r.order_id = e.order_id
                                cross join lateral (select coalesce(r.total, 1) as total, coalesce(r.gone, 0) as gone) t) p
                                on p.subscription_id = s.id
                            where not exists (select 1 from subscription_change c where c.subscription_id = s.id)
                                and not exists (select 1 from subscription_grant g where g.subscription_id = s.id)
                                and not exists (select 1 from subscription_halt h where h.subscription_id = s.id)
                                and not exists (select 1 from store_service x where x.id = s.id)
                            group by s.id having s.expire_at is distinct from max(p.reach)"""));

    /** The books against what is kept beside them of wallets. */
    static final List<Rule> OF_WALLETS =
            List.of(
                    new Rule(
                            "wallet-payment-without-paid-order",
                            """
                            select p.id::text as subject, coalesce(o.status, i.status, 'no such order') as detail
                            from payment p
                            left join sales_order o on o.id = p.subject
                            left join invoice i on i.id = p.subject
                            where p.provider = 'wallet' and coalesce(o.status, i.status) is distinct from 'paid'"""),
                    new Rule(
                            "grants-not-their-account",
                            """
                            select coalesce(g.owner, l.owner) as subject,
                                'left ' || coalesce(g.units, 0) || ', booked ' || coalesce(l.units, 0)
                                    || ' ' || coalesce(g.asset, l.asset) as detail
                            from (select owner::text as owner, asset, sum(left_minor) as units
                                  from wallet_grant where left_minor > 0 group by owner, asset) g
                            full join (select account_owner as owner, asset, -sum(minor_units) as units
                                  from ledger_posting where account_type = 'customer_grant'
                                  group by account_owner, asset having sum(minor_units) <> 0) l
                                on (l.owner, l.asset) = (g.owner, g.asset)
                            where g.units is distinct from l.units"""));

    /** All of them: each has its remedy in the daily proof. */
    static final List<Rule> ALL =
            Stream.of(
                            OF_THE_BOOKS,
                            OF_PAYMENTS,
                            OF_ORDERS,
                            OF_WALLETS,
                            HoldRules.ALL,
                            UnmatchedRules.ALL,
                            BroughtRules.ALL,
                            RefundRules.ALL,
                            RenewalRules.ALL,
                            PlanChangeRules.ALL,
                            StoreRules.ALL,
                            InvoiceRules.ALL,
                            AddOnRules.ALL,
                            FiscalRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private LedgerRules() {}

    /**
     * A booking of what is not as it is booked.
     *
     * @param kind of the booking, whose business key is the same in kebab case and the id
     * @param state where {@code table} says what state it is in
     * @param booked the state that the booking stands for
     */
    private static Rule bookedForNothing(
            String check, String kind, String table, String state, String booked) {
        return new Rule(
                check,
                """
                select t.business_key as subject, coalesce(s.%3$s, 'not there') as detail
                from ledger_transaction t
                left join %2$s s on '%5$s:' || s.id = t.business_key
                where t.kind = '%1$s' and s.%3$s is distinct from '%4$s'"""
                        .formatted(kind, table, state, booked, kind.replace('_', '-')));
    }

    /** One statement of these rules; {@code $1} is how many subjects at most per rule. */
    static String statement(List<Rule> rules) {
        return rules.stream()
                .map(
                        rule ->
                                "(select '%s' as check, subject, detail from (%s) broken limit $1)"
                                        .formatted(rule.check(), rule.sql()))
                .collect(Collectors.joining("\nunion all\n"));
    }
}
