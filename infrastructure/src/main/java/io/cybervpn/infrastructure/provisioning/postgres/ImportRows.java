package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.ImportJob;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables import_job and import_row as values. */
final class ImportRows {
    private ImportRows() {}

    static ImportJob job(Object[] row) {
        return new ImportJob(
                (UUID) row[0],
                (String) row[1],
                new ImportJob.Terms(
                        new PanelId((UUID) row[2]),
                        new PlanId((UUID) row[3]),
                        id(row[4]).map(AccountId::new),
                        (String) row[5]),
                new ImportJob.Asked(new AccountId((UUID) row[6]), (String) row[7]),
                BulkJob.State.valueOf(((String) row[8]).toUpperCase(Locale.ROOT)),
                ((Number) row[9]).intValue(),
                moment(row[10]).orElseThrow(),
                moment(row[11]));
    }

    static BulkJob.Progress progress(Object[] row) {
        return new BulkJob.Progress(
                count(row[0]), count(row[1]), count(row[2]), count(row[3]), count(row[4]));
    }

    private static long count(Object value) {
        return ((Number) value).longValue();
    }

    static ImportJob.Row row(Object[] row) {
        return new ImportJob.Row(
                ((Number) row[0]).intValue(),
                Optional.ofNullable((String) row[1]),
                BulkJob.RowState.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                (String) row[3],
                made(row[4], row[5]),
                moment(row[6]));
    }

    private static Optional<ImportJob.Made> made(
            @Nullable Object account, @Nullable Object subscription) {
        return id(account)
                .flatMap(
                        owner ->
                                id(subscription)
                                        .map(
                                                serves ->
                                                        new ImportJob.Made(
                                                                new AccountId(owner), serves)));
    }

    static ImportJob.Turn turn(Object[] row) {
        return new ImportJob.Turn(
                new BulkJob.Place((UUID) row[0], ((Number) row[1]).intValue()), (String) row[2]);
    }

    private static Optional<UUID> id(@Nullable Object value) {
        return Optional.ofNullable((UUID) value);
    }

    private static Optional<Instant> moment(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(
                        at ->
                                at instanceof Instant instant
                                        ? instant
                                        : ((OffsetDateTime) at).toInstant());
    }
}
