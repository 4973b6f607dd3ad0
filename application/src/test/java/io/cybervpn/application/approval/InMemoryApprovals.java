package io.cybervpn.application.approval;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.approval.repository.Approvals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Wishes in memory. */
final class InMemoryApprovals implements Approvals {
    private final InMemoryTable<ApprovalId, Approval> rows;

    InMemoryApprovals(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(Approval.Open open) {
        return Uni.createFrom()
                .item(
                        () ->
                                openOf(open.wish().purpose()).isEmpty()
                                        && rows.insert(open.wish().id(), open));
    }

    @Override
    public Uni<Optional<Approval>> lock(ApprovalId id) {
        return Uni.createFrom().item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<Approval.Open>> lockOpen(Wish.Purpose purpose) {
        return Uni.createFrom().item(() -> openOf(purpose));
    }

    private Optional<Approval.Open> openOf(Wish.Purpose purpose) {
        return rows.all().stream()
                .filter(row -> row.wish().purpose().equals(purpose))
                .filter(Approval.Open.class::isInstance)
                .map(Approval.Open.class::cast)
                .findFirst();
    }

    @Override
    public Uni<Void> save(Approval approval) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(approval.wish().id(), approval));
    }

    @Override
    public Uni<List<Approval>> newest(Optional<ApprovalState> state, Instant now, int limit) {
        Comparator<Approval> age = Comparator.comparing(row -> row.wish().asked().at());
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(row -> isIn(state, row.stateAt(now)))
                                        .sorted(age.reversed())
                                        .limit(limit)
                                        .toList());
    }

    private static boolean isIn(Optional<ApprovalState> wanted, ApprovalState state) {
        return wanted.map(state::equals).orElse(true);
    }
}
