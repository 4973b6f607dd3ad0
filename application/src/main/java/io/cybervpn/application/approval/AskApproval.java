package io.cybervpn.application.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.approval.repository.Approvals;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for four eyes instead of doing a deed at once. For the use cases whose deed it is, when
 * {@link FourEyes} say so; may be called in their unit of work. Needs the deed's permission, a
 * fresh proof of the second factor and a reason.
 */
@Singleton
public final class AskApproval {
    private static final int REASON_LENGTH_MIN = 3;

    private final UnitOfWork unitOfWork;
    private final Approvals approvals;
    private final ApprovalDesk desk;

    @Inject
    AskApproval(UnitOfWork unitOfWork, Approvals approvals, ApprovalDesk desk) {
        this.unitOfWork = unitOfWork;
        this.approvals = approvals;
        this.desk = desk;
    }

    /**
     * What is wished for.
     *
     * @param kind of the deed
     * @param subject what it is done to: of one kind and subject there is one open wish
     * @param details what else the deed needs to know; no secrets
     */
    public record Command(
            Actor actor,
            String kind,
            String subject,
            Money money,
            Map<String, String> details,
            String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /** Somebody else may decide now. */
        record Asked(ApprovalView approval) implements Result {}

        /** It was asked for before, and nobody has decided. */
        record AlreadyAsked(ApprovalView approval) implements Result {}

        /** The actor lacks the deed's permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}

        /** Nobody said why. */
        record NoReason() implements Result {}
    }

    /** Asks. Repeatable while it is open. A kind that nobody does is our bug, and fails. */
    public Uni<Result> execute(Command command) {
        ApprovedDeed deed =
                desk.deed(command.kind())
                        .orElseThrow(
                                () -> new IllegalArgumentException("no deed " + command.kind()));
        Optional<AccountId> asker = command.actor().account();
        if (!command.actor().may(deed.permission()) || asker.isEmpty()) {
            return answer(new Result.Forbidden());
        }
        if (!desk.hasSteppedUp(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        return command.reason().strip().length() < REASON_LENGTH_MIN
                ? answer(new Result.NoReason())
                : unitOfWork.run(() -> ask(wish(command, asker.get()), command.actor()));
    }

    private Wish wish(Command command, AccountId asker) {
        return new Wish(
                desk.newId(),
                new Wish.Purpose(command.kind(), command.subject()),
                command.money(),
                command.details(),
                new Wish.Asked(asker, desk.now(), command.reason().strip()));
    }

    private Uni<Result> ask(Wish wish, Actor actor) {
        return approvals.lockOpen(wish.purpose()).chain(found -> ask(found, wish, actor));
    }

    private Uni<Result> ask(Optional<Approval.Open> found, Wish wish, Actor actor) {
        if (found.isEmpty()) {
            return add(wish, actor);
        }
        Approval.Open before = found.get();
        return before.isOverdue(desk.now())
                ? approvals.save(new Approval.Expired(before.wish())).chain(() -> add(wish, actor))
                : answer(new Result.AlreadyAsked(desk.view(before)));
    }

    private Uni<Result> add(Wish wish, Actor actor) {
        Approval.Open open = new Approval.Open(wish);
        return approvals.add(open).chain(added -> added ? told(open, actor) : ask(wish, actor));
    }

    private Uni<Result> told(Approval.Open open, Actor actor) {
        return desk.record(actor, "approvals.ask", open.wish())
                .replaceWith(() -> new Result.Asked(desk.view(open)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
