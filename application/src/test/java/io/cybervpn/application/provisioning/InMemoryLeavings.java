package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Who is still to be removed, in memory. */
public final class InMemoryLeavings implements Leavings {
    private record Key(AccessId access, PanelId panel) {}

    private record Row(Leaving leaving, Instant dueAt) {}

    private final InMemoryTable<Key, Row> rows;

    public InMemoryLeavings(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    /** How many there are. */
    public int count() {
        return rows.where(_ -> true).size();
    }

    private static Key key(Leaving leaving) {
        return new Key(leaving.access(), leaving.panel());
    }

    @Override
    public Uni<Void> add(AccessId access, PanelId panel, Instant dueAt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            Leaving leaving = new Leaving(access, panel, 0);
                            if (rows.get(key(leaving)).isEmpty()) {
                                rows.put(key(leaving), new Row(leaving, dueAt));
                            }
                        });
    }

    @Override
    public Uni<List<Leaving>> claim(PanelId panel, int limit, Instant now, Duration lease) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(row -> isDue(row, panel, now)).stream()
                                        .sorted(Comparator.comparing(Row::dueAt))
                                        .limit(limit)
                                        .map(Row::leaving)
                                        .peek(
                                                one ->
                                                        rows.put(
                                                                key(one),
                                                                new Row(one, now.plus(lease))))
                                        .toList());
    }

    private static boolean isDue(Row row, PanelId panel, Instant now) {
        return row.leaving().panel().equals(panel) && !row.dueAt().isAfter(now);
    }

    @Override
    public Uni<Void> postpone(Leaving leaving, int attempts, Instant dueAt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.put(
                                        key(leaving),
                                        new Row(
                                                new Leaving(
                                                        leaving.access(),
                                                        leaving.panel(),
                                                        attempts),
                                                dueAt)));
    }

    @Override
    public Uni<Void> remove(Leaving leaving) {
        return Uni.createFrom().voidItem().invoke(() -> rows.remove(key(leaving)));
    }
}
