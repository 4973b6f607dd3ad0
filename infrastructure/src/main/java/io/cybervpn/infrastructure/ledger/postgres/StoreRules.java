package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/**
 * What app stores keep has no money in the books (docs/adr/0015): its subscription must end where
 * the store said. It follows by the outbox, so that it is missed only where that was before {@code
 * $2}.
 */
final class StoreRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "store-time-not-given",
                            """
                            select x.id::text as subject, 'until ' || x.paid_until || ' at the store, '
                                || coalesce(s.expire_at::text, 'nothing') || ' given' as detail
                            from store_service x left join subscription s on s.id = x.id
                            left join account a on a.id = x.account_id
                            where s.expire_at is distinct from x.paid_until and x.changed_at < $2
                                and a.status is distinct from 'erased'
                                and s.status is distinct from 'terminated'"""));

    private StoreRules() {}
}
