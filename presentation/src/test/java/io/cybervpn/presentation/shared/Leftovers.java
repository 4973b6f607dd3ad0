package io.cybervpn.presentation.shared;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes away what tests of stores leave behind: subscriptions of plans that are in no catalogue.
 * They never went through the shop, and the proof of the books would rightly complain.
 */
@Singleton
public final class Leftovers {
    private static final String INVENTED = " where plan_id not in (select id from plan)";

    private static final List<String> STATEMENTS =
            List.of(
                    "delete from outbox where handler <> 'billing.settle-order' and exists (select"
                            + " from subscription s"
                            + INVENTED
                            + " and payload::text like '%' || s.account_id || '%')",
                    "delete from access where id in (select id from subscription" + INVENTED + ")",
                    "delete from subscription_return where order_id in (select order_id from"
                            + " subscription_extension where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + "))",
                    "delete from subscription_return where order_id in (select order_id from"
                            + " subscription_add_on where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + "))",
                    "delete from subscription_add_on where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + ")",
                    "delete from subscription_extension where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + ")",
                    "delete from subscription_change where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + ")",
                    "delete from subscription_grant where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + ")",
                    "delete from subscription_halt where subscription_id in"
                            + " (select id from subscription"
                            + INVENTED
                            + ")",
                    "delete from subscription" + INVENTED);

    private final Pool pool;

    @Inject
    Leftovers(Pool pool) {
        this.pool = pool;
    }

    public void takeAway() {
        STATEMENTS.forEach(sql -> pool.query(sql).execute().await().indefinitely());
    }
}
