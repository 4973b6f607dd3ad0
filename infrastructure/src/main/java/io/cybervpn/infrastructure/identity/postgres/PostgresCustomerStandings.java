package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.CustomerStandings;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A customer's status by one prepared statement. */
@Singleton
final class PostgresCustomerStandings implements CustomerStandings {
    private static final String STATUS =
            "select status from account where id = $1 and kind = 'customer'";

    private final Pool pool;

    @Inject
    PostgresCustomerStandings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<AccountStatus>> of(AccountId customer) {
        return pool.preparedQuery(STATUS)
                .execute(Tuple.of(customer.value()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .flatMap(
                                                row ->
                                                        AccountStatus.find(
                                                                row.getString("status"))));
    }
}
