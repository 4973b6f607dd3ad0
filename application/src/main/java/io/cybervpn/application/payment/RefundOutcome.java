package io.cybervpn.application.payment;

import io.cybervpn.application.payment.RefundDesk.Held;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Refund;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Does what follows from a provider's answer about a refund of ours. Repeatable. */
@Singleton
final class RefundOutcome {
    private final UnitOfWork unitOfWork;
    private final RefundDesk desk;
    private final NoteRefund noteRefund;

    @Inject
    RefundOutcome(UnitOfWork unitOfWork, RefundDesk desk, NoteRefund noteRefund) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.noteRefund = noteRefund;
    }

    /** Stores what the provider said. */
    Uni<Void> follow(Refund refund, RefundStatus status) {
        return held(refund, (held, now) -> carryOut(held, now, step(held, now, status)));
    }

    /** Notes that nobody knows whether it was sent. */
    Uni<Void> answerLost(Refund refund) {
        return held(refund, (_, now) -> desk.carryOut(now.answerLost()));
    }

    /** The provider had it and has it no more: nobody sends it again, staff must look. */
    Uni<Void> missing(Refund.Sent refund) {
        return held(
                refund,
                (held, now) ->
                        desk.flag(
                                held.payment(), "the provider lost refund " + refund.reference()));
    }

    /** Tries to book what a provider told of. */
    Uni<Void> settle(Refund.Reported told) {
        return held(
                told,
                (held, now) ->
                        now instanceof Refund.Reported reported
                                ? desk.settle(held, reported).replaceWithVoid()
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> held(Refund refund, BiFunction<Held, Refund, Uni<Void>> work) {
        return unitOfWork.run(
                () ->
                        desk.hold(refund.request().payment())
                                .map(Optional::orElseThrow)
                                .chain(held -> work.apply(held, current(held, refund))));
    }

    private static Refund current(Held held, Refund refund) {
        return held.byId(refund).orElseThrow();
    }

    private Refund.Step step(Held held, Refund now, RefundStatus status) {
        return switch (status) {
            case RefundStatus.NotThere() -> new Refund.Step.Same(now);
            case RefundStatus.Underway(var reference) -> now.sent(reference);
            case RefundStatus.Done(var reference) ->
                    now.succeed(held.payment(), Optional.of(reference), desk.now());
            case RefundStatus.Over(_, var why) -> now.fail(held.payment(), why, desk.now());
        };
    }

    private Uni<Void> carryOut(Held held, Refund now, Refund.Step step) {
        return switch (step) {
            case Refund.Step.AnotherOne(var reference) -> note(held, now, reference);
            case Refund.Step.Contradiction(var why) ->
                    desk.flag(held.payment(), "refund " + now.id().value() + ": " + why);
            case Refund.Step.Same _,
                    Refund.Step.Moved _,
                    Refund.Step.Done _,
                    Refund.Step.Undone _ ->
                    desk.carryOut(step);
        };
    }

    /** Ours was taken for done by the word about another one: so that other one is this. */
    private Uni<Void> note(Held held, Refund now, String reference) {
        return noteRefund
                .execute(
                        new NoteRefund.Command(
                                held.payment().id(),
                                held.payment().request().provider(),
                                reference,
                                now.request().amount(),
                                RefundCause.PROVIDER,
                                false))
                .replaceWithVoid();
    }
}
