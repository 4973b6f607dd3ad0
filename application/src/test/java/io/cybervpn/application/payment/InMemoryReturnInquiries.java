package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Inquiries by provider and name. */
final class InMemoryReturnInquiries implements ReturnInquiries {
    private record Key(String provider, String about) {}

    private record Stored(ReturnInquiry inquiry, Instant lookAt) {
        Key key() {
            return new Key(inquiry.provider(), inquiry.about());
        }
    }

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<Key, Stored> rows;

    InMemoryReturnInquiries(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    int open() {
        return rows.all().size();
    }

    @Override
    public Uni<Void> open(String provider, String about, Instant now) {
        return inside(
                () -> {
                    Key key = new Key(provider, about);
                    ReturnInquiry fresh = new ReturnInquiry(provider, about, 1, now);
                    ReturnInquiry told =
                            rows.get(key)
                                    .map(Stored::inquiry)
                                    .map(
                                            it ->
                                                    new ReturnInquiry(
                                                            provider,
                                                            about,
                                                            it.told() + 1,
                                                            it.openedAt()))
                                    .orElse(fresh);
                    rows.put(key, new Stored(told, now));
                    return null;
                });
    }

    @Override
    public Uni<List<ReturnInquiry>> claimDue(Instant now, Patience patience, int limit) {
        return inside(
                () -> {
                    List<Stored> due =
                            rows.where(row -> !row.lookAt().isAfter(now)).stream()
                                    .sorted(Comparator.comparing(Stored::lookAt))
                                    .limit(limit)
                                    .toList();
                    due.forEach(row -> rows.put(row.key(), later(row, now, patience)));
                    return due.stream().map(Stored::inquiry).toList();
                });
    }

    private static Stored later(Stored row, Instant now, Patience patience) {
        return new Stored(row.inquiry(), patience.nextLook(row.inquiry().openedAt(), now));
    }

    @Override
    public Uni<Void> close(ReturnInquiry inquiry) {
        return inside(
                () -> {
                    Key key = new Key(inquiry.provider(), inquiry.about());
                    rows.get(key)
                            .filter(row -> row.inquiry().told() == inquiry.told())
                            .ifPresent(_ -> rows.remove(key));
                    return null;
                });
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("inquiries outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
