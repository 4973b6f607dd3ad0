package io.cybervpn.infrastructure.server.provisioning;

import io.cybervpn.application.server.port.CustomerGroups;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The bridge to provisioning: what its desired states say, which are what panels follow. */
@Singleton
final class PostgresCustomerGroups implements CustomerGroups {
    private static final String GROUPS =
            """
            select distinct unnest(server_groups) from access
            where account_id = $1 and enabled and expire_at > $2""";

    private final Pool pool;

    @Inject
    PostgresCustomerGroups(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<String>> of(AccountId account, Instant now) {
        return pool.preparedQuery(GROUPS)
                .execute(Tuple.of(account.value(), now.atOffset(ZoneOffset.UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString(0))
                                        .collect(Collectors.toSet()));
    }
}
