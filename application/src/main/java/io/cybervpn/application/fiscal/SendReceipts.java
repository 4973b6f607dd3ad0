package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalRegistrars;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.application.fiscal.port.Standing;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptChain;
import io.cybervpn.domain.fiscal.model.ReceiptChain.Turn;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings queued receipts to their registrars. Always asks first, so that an answer that got lost
 * never makes a second one; that one is sent is stored before it is, and what was sent without an
 * answer is asked for and not sent again before it is settled. Any number may run at once; each
 * receipt is taken by one of them.
 */
@Singleton
public final class SendReceipts {
    private static final int LIMIT = 20;

    private final UnitOfWork unitOfWork;
    private final FiscalRegistrars registrars;
    private final FiscalReceipts receipts;
    private final ReceiptOutcome outcome;
    private final Clock clock;

    @Inject
    SendReceipts(
            UnitOfWork unitOfWork,
            FiscalRegistrars registrars,
            FiscalReceipts receipts,
            ReceiptOutcome outcome,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.registrars = registrars;
        this.receipts = receipts;
        this.outcome = outcome;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param taken receipts that were due
     * @param waiting those that nothing came of; they are due again later, as are those that their
     *     registrar works on
     */
    public record Report(int taken, int waiting) {}

    /** One round over at most 20. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        List<FiscalRegistrar> ready = registrars.ready();
        Set<String> names = ready.stream().map(FiscalRegistrar::name).collect(Collectors.toSet());
        return ready.isEmpty()
                ? Uni.createFrom().item(new Report(0, 0))
                : unitOfWork
                        .run(() -> receipts.claimDue(names, clock.instant(), LIMIT))
                        .chain(due -> workOn(due, ready));
    }

    /** One after the other: a tax office is no place for crowds. */
    private Uni<Report> workOn(List<FiscalReceipt.Open> due, List<FiscalRegistrar> ready) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, 0));
        }
        return Uni.join()
                .all(due.stream().map(one -> workOn(one, makerOf(one, ready))).toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .map(answers -> new Report(due.size(), waiting(answers)));
    }

    private static FiscalRegistrar makerOf(
            FiscalReceipt.Open receipt, List<FiscalRegistrar> ready) {
        return ready.stream()
                .filter(one -> one.name().equals(receipt.order().registrar()))
                .findFirst()
                .orElseThrow();
    }

    private static int waiting(List<Boolean> answers) {
        return Math.toIntExact(answers.stream().filter(done -> !done).count());
    }

    /** False when nothing came of it. */
    private Uni<Boolean> workOn(FiscalReceipt.Open receipt, FiscalRegistrar registrar) {
        return unitOfWork
                .run(() -> receipts.ofPayment(receipt.order().payment()))
                .chain(all -> follow(all, new Work(receipt, registrar)));
    }

    /** A receipt, and who is to make it. */
    private record Work(FiscalReceipt.Open receipt, FiscalRegistrar registrar) {}

    private Uni<Boolean> follow(List<FiscalReceipt> all, Work work) {
        return switch (new ReceiptChain(all).turnOf(work.receipt())) {
            case Turn.Waits() -> Uni.createFrom().item(false);
            case Turn.Hopeless(var reason) ->
                    outcome.givenUp(work.receipt(), reason).replaceWith(true);
            case Turn.Ready ready ->
                    ask(call(work.receipt(), ready), work)
                            .onFailure(FiscalUnavailable.class)
                            .recoverWithItem(false);
        };
    }

    private static ReceiptCall call(FiscalReceipt.Open receipt, Turn.Ready ready) {
        ReceiptOrder order = receipt.order();
        return new ReceiptCall(
                order.id(),
                order.cause(),
                order.payment(),
                order.about(),
                order.amount(),
                ready.left(),
                ready.replaces(),
                order.paidAt());
    }

    private Uni<Boolean> ask(ReceiptCall call, Work work) {
        return Uni.createFrom()
                .deferred(() -> work.registrar().find(call))
                .chain(standing -> answered(standing, call, work));
    }

    private Uni<Boolean> answered(Standing standing, ReceiptCall call, Work work) {
        return switch (standing) {
            case Standing.Made(var registration) ->
                    outcome.registered(work.receipt(), registration).replaceWith(true);
            case Standing.Underway() -> Uni.createFrom().item(true);
            case Standing.Missing() -> missing(call, work);
            case Standing.Failed(var reason) -> failed(reason, call, work);
        };
    }

    private Uni<Boolean> missing(ReceiptCall call, Work work) {
        return switch (work.receipt()) {
            case FiscalReceipt.Queued _ -> send(call, work);
            case FiscalReceipt.Sent sent ->
                    sent.mayRepeat(clock.instant())
                            ? send(call, work)
                            : Uni.createFrom().item(false);
        };
    }

    /** What failed before this was sent is tried again; what was sent and failed is for staff. */
    private Uni<Boolean> failed(String reason, ReceiptCall call, Work work) {
        return switch (work.receipt()) {
            case FiscalReceipt.Queued _ -> send(call, work);
            case FiscalReceipt.Sent sent -> outcome.givenUp(sent, reason).replaceWith(true);
        };
    }

    private Uni<Boolean> send(ReceiptCall call, Work work) {
        return outcome.sending(work.receipt())
                .chain(
                        mine ->
                                mine.map(sent -> register(call, new Work(sent, work.registrar())))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> register(ReceiptCall call, Work work) {
        return Uni.createFrom()
                .deferred(() -> work.registrar().register(call))
                .chain(standing -> made(standing, work))
                .onFailure(FiscalRefused.class)
                .recoverWithUni(
                        refusal ->
                                outcome.givenUp(work.receipt(), reason(refusal)).replaceWith(true));
    }

    private Uni<Boolean> made(Standing standing, Work work) {
        return switch (standing) {
            case Standing.Made(var registration) ->
                    outcome.registered(work.receipt(), registration).replaceWith(true);
            case Standing.Failed(var reason) ->
                    outcome.givenUp(work.receipt(), reason).replaceWith(true);
            case Standing.Underway(), Standing.Missing() -> Uni.createFrom().item(true);
        };
    }

    private static String reason(Throwable refusal) {
        return Optional.ofNullable(refusal.getMessage()).orElse("refused");
    }
}
