package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.ImportJob;
import io.cybervpn.application.provisioning.imports.LineSource;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Asset;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables import_job and import_row as values. */
final class ImportRows {
    private static final String PANEL = "panel";

    private ImportRows() {}

    static ImportJob job(Object[] row) {
        return new ImportJob(
                (UUID) row[0],
                (String) row[1],
                new ImportJob.Terms(
                        new PanelId((UUID) row[2]),
                        new PlanId((UUID) row[3]),
                        id(row[4]).map(AccountId::new),
                        (String) row[5],
                        file(row)),
                new ImportJob.Asked(new AccountId((UUID) row[6]), (String) row[7]),
                BulkJob.State.valueOf(((String) row[8]).toUpperCase(Locale.ROOT)),
                ((Number) row[9]).intValue(),
                moment(row[10]).orElseThrow(),
                moment(row[11]));
    }

    private static Optional<ImportJob.FileTerms> file(Object[] row) {
        return LineSource.find((String) row[12])
                .map(
                        source ->
                                new ImportJob.FileTerms(
                                        source,
                                        (String) row[13],
                                        (String) row[14],
                                        Optional.ofNullable((String) row[15]).map(Asset::of),
                                        (Boolean) row[16]));
    }

    /** What a job keeps of a file. */
    static Map<String, @Nullable Object> file(Optional<ImportJob.FileTerms> file) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("source", file.map(one -> one.source().code()).orElse(PANEL));
        columns.put("shop", file.map(ImportJob.FileTerms::shop).orElse(null));
        columns.put("digest", file.map(ImportJob.FileTerms::digest).orElse(null));
        columns.put(
                "balances",
                file.flatMap(ImportJob.FileTerms::balances).map(Asset::code).orElse(null));
        columns.put("dry", file.map(ImportJob.FileTerms::dryRun).orElse(false));
        return columns;
    }

    /** New rows as one JSON array. */
    static String text(List<ImportJob.Entry> rows) {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(json(row)));
        return all.encode();
    }

    private static JsonObject json(ImportJob.Entry row) {
        JsonObject json = new JsonObject().put("name", row.name());
        JsonObject data = new JsonObject();
        row.data().forEach(data::put);
        return row.data().isEmpty() ? json : json.put("data", data);
    }

    /** What a row keeps of its end. */
    static Map<String, @Nullable Object> outcome(ImportJob.Outcome outcome) {
        return switch (outcome) {
            case ImportJob.Outcome.Done(var made, var notes) ->
                    ended(BulkJob.RowState.DONE, String.join(",", notes), Optional.of(made));
            case ImportJob.Outcome.Foreseen(var notes) ->
                    ended(BulkJob.RowState.DONE, String.join(",", notes), Optional.empty());
            case ImportJob.Outcome.Refused(var code) ->
                    ended(BulkJob.RowState.REFUSED, code, Optional.empty());
        };
    }

    private static Map<String, @Nullable Object> ended(
            BulkJob.RowState state, String detail, Optional<ImportJob.Made> made) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", state.code());
        columns.put("detail", detail);
        columns.put("account", made.map(one -> one.account().value()).orElse(null));
        columns.put("subscription", made.flatMap(ImportJob.Made::subscription).orElse(null));
        return columns;
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
        return id(account).map(owner -> new ImportJob.Made(new AccountId(owner), id(subscription)));
    }

    static ImportJob.Turn turn(Object[] row) {
        return new ImportJob.Turn(
                new BulkJob.Place((UUID) row[0], ((Number) row[1]).intValue()),
                (String) row[2],
                data((String) row[3]));
    }

    private static Map<String, String> data(@Nullable String json) {
        Map<String, String> data = new HashMap<>();
        if (json != null) {
            new JsonObject(json).forEach(one -> data.put(one.getKey(), (String) one.getValue()));
        }
        return data;
    }

    private static Optional<UUID> id(@Nullable Object value) {
        return Optional.ofNullable((UUID) value);
    }

    static Optional<Instant> moment(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(
                        at ->
                                at instanceof Instant instant
                                        ? instant
                                        : ((OffsetDateTime) at).toInstant());
    }
}
