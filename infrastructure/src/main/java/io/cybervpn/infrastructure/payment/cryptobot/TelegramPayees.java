package io.cybervpn.infrastructure.payment.cryptobot;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who a customer is at Telegram, as identity has linked it. */
@Singleton
class TelegramPayees {
    private static final String FIND =
            "select subject from account_identity where account_id = $1 and provider = 'telegram'";

    private final Pool pool;

    @Inject
    TelegramPayees(Pool pool) {
        this.pool = pool;
    }

    /** His id there; empty if he has linked none. */
    Uni<Optional<Long>> telegramId(AccountId account) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(account.value()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map((Row row) -> row.getString("subject"))
                                        .map(Long::valueOf));
    }
}
