package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between money kept apart, the list of it that staff decide on, and the books. */
final class UnmatchedRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "unallocated-not-listed",
                            """
                            select t.business_key as subject, 'nobody can decide on it' as detail
                            from ledger_transaction t
                            left join payment p on 'payment-unallocated:' || p.id = t.business_key
                            left join unmatched_money u on (u.provider, u.reference) = (p.provider, p.provider_reference)
                                or 'payment-surplus:' || u.provider || ':' || u.reference = t.business_key
                            where t.kind in ('payment_unallocated', 'payment_surplus') and u.id is null"""),
                    new Rule(
                            "resolution-not-booked",
                            """
                            select u.id::text as subject, 'decided on ' || u.resolved_minor || ' '
                                || u.received_asset || ', booked ' || coalesce(l.minor_units, 0) as detail
                            from unmatched_money u
                            left join ledger_transaction t on t.business_key = 'unallocated-resolved:' || u.id
                            left join ledger_posting l on l.transaction_id = t.id and l.account_type = 'unallocated'
                            where u.resolved_minor is not null and (l.asset, l.minor_units) is distinct from
                                (u.received_asset, u.resolved_minor)"""),
                    new Rule(
                            "booked-resolution-not-there",
                            """
                            select t.business_key as subject, 'nobody decided' as detail
                            from ledger_transaction t
                            left join unmatched_money u on 'unallocated-resolved:' || u.id = t.business_key
                            where t.kind = 'unallocated_resolved' and u.resolved_minor is null"""));

    private UnmatchedRules() {}
}
