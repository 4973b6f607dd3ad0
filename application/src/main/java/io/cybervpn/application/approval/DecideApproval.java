package io.cybervpn.application.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.approval.port.ApprovedDeed.Granted;
import io.cybervpn.application.approval.port.ApprovedDeed.Outcome;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Approval.Decision;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.approval.repository.Approvals;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Approves what another member of staff asked for, which does the deed in the same transaction, or
 * rejects it. Needs {@link Permission#APPROVALS_DECIDE}, the deed's own permission and a fresh
 * proof of the second factor; the reason is the request's.
 */
@Singleton
public final class DecideApproval {
    private final UnitOfWork unitOfWork;
    private final Approvals approvals;
    private final ApprovalDesk desk;

    @Inject
    DecideApproval(UnitOfWork unitOfWork, Approvals approvals, ApprovalDesk desk) {
        this.unitOfWork = unitOfWork;
        this.approvals = approvals;
        this.desk = desk;
    }

    /** Who decides what about which. */
    public record Command(Actor actor, ApprovalId id, Verdict verdict) {}

    /** One of two. */
    public enum Verdict {
        /** It shall come true. */
        APPROVE,
        /** It shall not. */
        REJECT
    }

    /** What became of it. */
    public sealed interface Result {
        /** So it is now; after an approval the deed is done. */
        record Decided(ApprovalView approval) implements Result {}

        /** There is no such wish. */
        record NoSuchApproval() implements Result {}

        /** Somebody was quicker. */
        record AlreadyDecided(ApprovalView approval) implements Result {}

        /** Nobody decides on what he asked for himself. */
        record OwnWish() implements Result {}

        /** Nobody decided in time. */
        record TooLate() implements Result {}

        /** The deed cannot be done any more; the wish stays open, to be rejected. */
        record Impossible(String code) implements Result {}

        /** The actor lacks a permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Decides. A repeated approval finds it decided; the deed is done once. */
    public Uni<Result> execute(Command command) {
        Optional<AccountId> decider = command.actor().account();
        if (!command.actor().may(Permission.APPROVALS_DECIDE)) {
            return answer(new Result.Forbidden());
        }
        if (decider.isEmpty() || !desk.hasSteppedUp(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        return unitOfWork.run(
                () ->
                        approvals
                                .lock(command.id())
                                .chain(found -> look(found, command, decider.get())));
    }

    private Uni<Result> look(Optional<Approval> found, Command command, AccountId decider) {
        if (found.isEmpty()) {
            return answer(new Result.NoSuchApproval());
        }
        return switch (found.get()) {
            case Approval.Open open -> checkRight(open, command, decider);
            case Approval.Approved approved -> decided(approved);
            case Approval.Rejected rejected -> decided(rejected);
            case Approval.Expired _ -> answer(new Result.TooLate());
        };
    }

    private Uni<Result> decided(Approval approval) {
        return answer(new Result.AlreadyDecided(desk.view(approval)));
    }

    /** A kind that a newer version left behind is nobody's to approve. */
    private Uni<Result> checkRight(Approval.Open open, Command command, AccountId decider) {
        return desk.deed(open.wish().purpose().kind())
                .filter(deed -> command.actor().may(deed.permission()))
                .map(deed -> decide(open, command, decider, deed))
                .orElseGet(() -> answer(new Result.Forbidden()));
    }

    private Uni<Result> decide(
            Approval.Open open, Command command, AccountId decider, ApprovedDeed deed) {
        return switch (decision(open, command.verdict(), decider)) {
            case Decision.OwnWish() -> answer(new Result.OwnWish());
            case Decision.TooLate(var expired) ->
                    approvals.save(expired).replaceWith(new Result.TooLate());
            case Decision.Done(var next) ->
                    switch (command.verdict()) {
                        case APPROVE -> perform(deed, next, decider, command);
                        case REJECT -> keep(next, command.actor(), "approvals.reject");
                    };
        };
    }

    private Decision decision(Approval.Open open, Verdict verdict, AccountId decider) {
        return switch (verdict) {
            case APPROVE -> open.approve(decider, desk.now());
            case REJECT -> open.reject(decider, desk.now());
        };
    }

    private Uni<Result> perform(
            ApprovedDeed deed, Approval next, AccountId decider, Command command) {
        return deed.perform(granted(next.wish(), decider))
                .chain(
                        outcome ->
                                switch (outcome) {
                                    case Outcome.Impossible(var code) ->
                                            answer(new Result.Impossible(code));
                                    case Outcome.Done() ->
                                            keep(next, command.actor(), "approvals.approve");
                                });
    }

    private static Granted granted(Wish wish, AccountId decider) {
        return new Granted(
                wish.id(),
                wish.purpose().subject(),
                wish.money(),
                wish.details(),
                wish.asked().by(),
                decider);
    }

    private Uni<Result> keep(Approval next, Actor actor, String action) {
        return approvals
                .save(next)
                .chain(() -> desk.record(actor, action, next.wish()))
                .replaceWith(() -> new Result.Decided(desk.view(next)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
