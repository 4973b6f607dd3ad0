package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Graces in memory, over the accesses and meters in memory. */
public final class InMemoryGraces implements Graces {
    private record Key(AccessId access, GraceReason reason, Object occasion) {
        static Key of(AccessId access, Grace grace) {
            return new Key(
                    access,
                    grace.reason(),
                    grace.reason() == GraceReason.END ? grace.end() : grace.period());
        }
    }

    private record Row(AccessId access, Grace grace) {}

    private static final Comparator<Row> OLDEST_FIRST =
            Comparator.<Row, Instant>comparing(row -> row.grace().begunAt())
                    .thenComparing(row -> row.access().value().toString());

    private final InMemoryAccesses accesses;
    private final InMemoryTrafficMeters meters;
    private final InMemoryTable<Key, Row> rows;

    public InMemoryGraces(
            InMemoryUnitOfWork unitOfWork,
            InMemoryAccesses accesses,
            InMemoryTrafficMeters meters) {
        this.accesses = accesses;
        this.meters = meters;
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<List<Grace>> of(AccessId access) {
        return Uni.createFrom().item(() -> newest(access).limit(OF_ACCESS_MAX).toList());
    }

    @Override
    public Uni<Optional<Grace>> open(AccessId access) {
        return Uni.createFrom().item(() -> openOne(access));
    }

    Optional<Grace> openOne(AccessId access) {
        return newest(access).filter(Grace::isOpen).findFirst();
    }

    private Stream<Grace> newest(AccessId access) {
        return rows.where(row -> row.access().equals(access)).stream()
                .sorted(OLDEST_FIRST.reversed())
                .map(Row::grace);
    }

    @Override
    public Uni<Void> put(AccessId access, Grace grace) {
        return Uni.createFrom()
                .item(() -> new Row(access, grace))
                .invoke(row -> rows.put(Key.of(access, grace), row))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Due>> due(Instant now, Mark after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(row -> isDue(row, now) && isBehind(row, after)).stream()
                                        .sorted(OLDEST_FIRST)
                                        .flatMap(this::due)
                                        .limit(limit)
                                        .toList());
    }

    private static boolean isBehind(Row row, Mark mark) {
        int later = row.grace().begunAt().compareTo(mark.begunAt());
        return later > 0
                || (later == 0
                        && row.access()
                                        .value()
                                        .toString()
                                        .compareTo(mark.access().value().toString())
                                > 0);
    }

    private boolean isDue(Row row, Instant now) {
        Grace grace = row.grace();
        return grace.isOpen()
                && (!grace.until().isAfter(now)
                        || meters.of(row.access())
                                .map(TrafficMeter::period)
                                .filter(period -> period > grace.period())
                                .isPresent());
    }

    private Stream<Due> due(Row row) {
        return accesses.all().stream()
                .map(Access::desire)
                .filter(wish -> wish.id().equals(row.access()))
                .map(wish -> new Due(wish.id(), wish.account(), row.grace().begunAt()));
    }
}
