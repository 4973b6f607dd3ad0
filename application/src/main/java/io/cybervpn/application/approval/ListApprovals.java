package io.cybervpn.application.approval;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.repository.Approvals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What waits for four eyes, and what became of it. Needs {@link Permission#APPROVALS_READ}. */
@Singleton
public final class ListApprovals {
    /** The most of one answer. */
    public static final int LIMIT_MAX = 200;

    private final UnitOfWork unitOfWork;
    private final Approvals approvals;
    private final ApprovalDesk desk;

    @Inject
    ListApprovals(UnitOfWork unitOfWork, Approvals approvals, ApprovalDesk desk) {
        this.unitOfWork = unitOfWork;
        this.approvals = approvals;
        this.desk = desk;
    }

    /**
     * Which.
     *
     * @param state empty: all
     * @param limit 1 to {@link #LIMIT_MAX}
     */
    public record Command(Actor actor, Optional<ApprovalState> state, int limit) {}

    /** What was found. */
    public sealed interface Result {
        /** The newest first. */
        record Listed(List<ApprovalView> approvals) implements Result {}

        /** The actor lacks the permission. */
        record Forbidden() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.APPROVALS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return unitOfWork
                .run(() -> approvals.newest(command.state(), desk.now(), command.limit()))
                .map(found -> new Result.Listed(found.stream().map(desk::view).toList()));
    }
}
