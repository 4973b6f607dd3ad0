package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptChain;
import io.cybervpn.domain.fiscal.model.ReceiptChain.Turn;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brings queued receipts to the tax office. Always asks first, so that an answer that got lost
 * never makes a second one; that one is sent is stored before it is, and what was sent without an
 * answer is asked for and not sent again before it is settled. Any number may run at once; each
 * receipt is taken by one of them.
 */
@Singleton
public final class SendReceipts {
    private static final int LIMIT = 20;

    private final UnitOfWork unitOfWork;
    private final FiscalRegistrar registrar;
    private final FiscalReceipts receipts;
    private final ReceiptOutcome outcome;
    private final Clock clock;

    @Inject
    SendReceipts(
            UnitOfWork unitOfWork,
            FiscalRegistrar registrar,
            FiscalReceipts receipts,
            ReceiptOutcome outcome,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.registrar = registrar;
        this.receipts = receipts;
        this.outcome = outcome;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param taken receipts that were due
     * @param waiting those that nothing came of; they are due again later
     */
    public record Report(int taken, int waiting) {}

    /** One round over at most 20. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return registrar.coverage().isPresent()
                ? unitOfWork
                        .run(() -> receipts.claimDue(clock.instant(), LIMIT))
                        .chain(this::workOn)
                : Uni.createFrom().item(new Report(0, 0));
    }

    /** One after the other: a tax office is no place for crowds. */
    private Uni<Report> workOn(List<FiscalReceipt.Open> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, 0));
        }
        return Uni.join()
                .all(due.stream().map(this::workOn).toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .map(answers -> new Report(due.size(), waiting(answers)));
    }

    private static int waiting(List<Boolean> answers) {
        return Math.toIntExact(answers.stream().filter(done -> !done).count());
    }

    /** False when nothing came of it. */
    private Uni<Boolean> workOn(FiscalReceipt.Open receipt) {
        return unitOfWork
                .run(() -> receipts.ofPayment(receipt.order().payment()))
                .chain(all -> follow(new ReceiptChain(all).turnOf(receipt), receipt));
    }

    private Uni<Boolean> follow(Turn turn, FiscalReceipt.Open receipt) {
        return switch (turn) {
            case Turn.Waits() -> Uni.createFrom().item(false);
            case Turn.Hopeless(var reason) -> outcome.givenUp(receipt, reason).replaceWith(true);
            case Turn.Ready ready ->
                    ask(call(receipt, ready), receipt)
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
                ready.left(),
                ready.replaces(),
                order.paidAt());
    }

    private Uni<Boolean> ask(ReceiptCall call, FiscalReceipt.Open receipt) {
        return Uni.createFrom()
                .deferred(() -> registrar.find(call))
                .chain(found -> answered(found, call, receipt));
    }

    private Uni<Boolean> answered(
            Optional<Registration> found, ReceiptCall call, FiscalReceipt.Open receipt) {
        return found.map(there -> outcome.registered(receipt, there).replaceWith(true))
                .orElseGet(() -> missing(call, receipt));
    }

    private Uni<Boolean> missing(ReceiptCall call, FiscalReceipt.Open receipt) {
        return switch (receipt) {
            case FiscalReceipt.Queued _ -> send(call, receipt);
            case FiscalReceipt.Sent sent ->
                    sent.mayRepeat(clock.instant())
                            ? send(call, receipt)
                            : Uni.createFrom().item(false);
        };
    }

    private Uni<Boolean> send(ReceiptCall call, FiscalReceipt.Open receipt) {
        return outcome.sending(receipt)
                .chain(
                        mine ->
                                mine.map(sent -> register(call, sent))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> register(ReceiptCall call, FiscalReceipt.Sent sent) {
        return Uni.createFrom()
                .deferred(() -> registrar.register(call))
                .chain(made -> outcome.registered(sent, made))
                .onFailure(FiscalRefused.class)
                .recoverWithUni(refusal -> outcome.givenUp(sent, reason(refusal)))
                .replaceWith(true);
    }

    private static String reason(Throwable refusal) {
        return Optional.ofNullable(refusal.getMessage()).orElse("refused");
    }
}
