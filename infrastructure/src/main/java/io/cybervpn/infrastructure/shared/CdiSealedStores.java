package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.SealedSecrets;
import io.cybervpn.application.shared.SealedStores;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Finds the columns of sealed secrets among the beans. */
@Singleton
final class CdiSealedStores implements SealedStores {
    private final Pool pool;
    private final Instance<SealedColumn> columns;

    @Inject
    CdiSealedStores(Pool pool, @Any Instance<SealedColumn> columns) {
        this.pool = pool;
        this.columns = columns;
    }

    @Override
    public List<SealedSecrets> all() {
        return columns.stream()
                .sorted(Comparator.comparing(SealedColumn::kind))
                .<SealedSecrets>map(column -> new ColumnSecrets(pool, column))
                .toList();
    }
}
