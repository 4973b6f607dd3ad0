package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts how a panel differs, and keeps the first differences. Of one report. */
final class DriftTally {
    /** As many missing users are looked for; more are not counted. */
    static final int MISSING_MAX = 1_000;

    private final int rowsMax;
    private final Instant at;
    private final Map<Drift.Kind, Long> counts = new EnumMap<>(Drift.Kind.class);
    private final Map<String, Long> fields = new HashMap<>();
    private final List<Drift.Row> rows = new ArrayList<>();
    private long users;

    DriftTally(int rowsMax, Instant at) {
        this.rowsMax = rowsMax;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    Drift drift() {
        return new Drift(at, users, counts, fields, rows);
    }

    void add(Map<AccessId, Access> known, VpnPanel.Entry entry, Instant now) {
        users++;
        Access access = known.get(entry.access());
        if (access == null) {
            add(row(entry, Drift.Kind.UNKNOWN, Set.of(), Optional.empty()));
        } else if (!access.isAt(entry.user().panel())) {
            add(row(entry, Drift.Kind.ELSEWHERE, Set.of(), Optional.empty()));
        } else {
            compare(access, entry, now).ifPresent(this::add);
        }
    }

    private static Optional<Drift.Row> compare(Access access, VpnPanel.Entry entry, Instant now) {
        return switch (access) {
            case Access.Pending _, Access.Failing _, Access.Waiting _, Access.Parked _ ->
                    Optional.empty();
            case Access.Ready ready -> compare(ready, entry, now);
            case Access.Removed removed ->
                    removed.at().isBefore(now.minus(CompareWithPanel.FRESH))
                            ? Optional.of(
                                    row(entry, Drift.Kind.UNKNOWN, Set.of(), Optional.empty()))
                            : Optional.empty();
        };
    }

    private static Optional<Drift.Row> compare(
            Access.Ready ready, VpnPanel.Entry entry, Instant now) {
        if (!ready.differsFrom(entry.state(), entry.user(), now)) {
            return Optional.empty();
        }
        Set<String> other =
                ready.desire().spec().differencesFrom(entry.state(), now).stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        Drift.Kind kind = other.isEmpty() ? Drift.Kind.REPLACED : Drift.Kind.DIFFERS;
        return Optional.of(row(entry, kind, other, Optional.of(ready.desire().spec().expireAt())));
    }

    private static Drift.Row row(
            VpnPanel.Entry entry, Drift.Kind kind, Set<String> other, Optional<Instant> until) {
        return new Drift.Row(
                entry.access(), kind, other, until, Optional.of(entry.state().expireAt()));
    }

    private void add(Drift.Row row) {
        counts.merge(row.kind(), 1L, Long::sum);
        row.fields().forEach(field -> fields.merge(field, 1L, Long::sum));
        if (rows.size() < rowsMax) {
            rows.add(row);
        }
    }

    void missing(List<AccessId> unseen) {
        unseen.stream()
                .map(
                        access ->
                                new Drift.Row(
                                        access,
                                        Drift.Kind.MISSING,
                                        Set.of(),
                                        Optional.empty(),
                                        Optional.empty()))
                .forEach(this::add);
    }
}
