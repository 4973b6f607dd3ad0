package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Security events in memory. */
public final class InMemorySecurityEvents implements SecurityEvents {
    private static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparing(Event::at).thenComparing(Event::id).reversed();

    private final InMemoryTable<UUID, Event> rows;

    public InMemorySecurityEvents(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Void> append(List<Event> events) {
        return Uni.createFrom().voidItem().invoke(() -> events.forEach(this::addOnce));
    }

    private void addOnce(Event event) {
        if (rows.get(event.id()).isEmpty()) {
            rows.put(event.id(), event);
        }
    }

    @Override
    public Uni<List<Event>> page(Filter filter, Optional<Cursor> before, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(event -> wanted(event, filter)).stream()
                                        .filter(
                                                event ->
                                                        before.filter(seen -> !older(event, seen))
                                                                .isEmpty())
                                        .sorted(NEWEST_FIRST)
                                        .limit(limit)
                                        .toList());
    }

    private static boolean wanted(Event event, Filter filter) {
        return (filter.types().isEmpty() || filter.types().contains(event.type()))
                && (filter.account().isEmpty() || filter.account().equals(event.about().account()))
                && (filter.address().isEmpty() || filter.address().equals(event.from().address()))
                && filter.from().filter(event.at()::isBefore).isEmpty()
                && filter.to().filter(to -> !event.at().isBefore(to)).isEmpty();
    }

    private static boolean older(Event event, Cursor seen) {
        int byTime = event.at().compareTo(seen.at());
        return byTime < 0 || byTime == 0 && event.id().compareTo(seen.id()) < 0;
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Event> old = rows.where(event -> event.at().isBefore(before));
                            old.stream().limit(limit).forEach(event -> rows.remove(event.id()));
                            return Math.min(limit, old.size());
                        });
    }

    /** All that is stored. */
    List<Event> all() {
        return rows.all();
    }
}
