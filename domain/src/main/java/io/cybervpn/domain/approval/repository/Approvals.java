package io.cybervpn.domain.approval.repository;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where wishes are kept. Works in the open unit of work. */
public interface Approvals {
    /** Stores a new wish; false when one of the same purpose is open. */
    Uni<Boolean> add(Approval.Open open);

    /** Finds one and keeps others from deciding on it until the unit of work ends. */
    Uni<Optional<Approval>> lock(ApprovalId id);

    /** The open one of a purpose, overdue or not, locked. */
    Uni<Optional<Approval.Open>> lockOpen(Wish.Purpose purpose);

    /** Stores what became of one that is locked. */
    Uni<Void> save(Approval approval);

    /**
     * The newest, at most {@code limit}.
     *
     * @param state as it is at {@code now}; empty: all
     */
    Uni<List<Approval>> newest(Optional<ApprovalState> state, Instant now, int limit);
}
