package io.cybervpn.application.fiscal;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Staff decide on a receipt that was given up: it is tried again, or not made here any more,
 * because they made it by hand. Needs {@link Permission#PAYMENTS_REFUND} and a fresh proof of the
 * second factor.
 */
@Singleton
public final class ResolveFiscalReceipt {
    private final UnitOfWork unitOfWork;
    private final FiscalReceipts receipts;
    private final AuditTrail auditTrail;
    private final StepUpRule stepUp;
    private final Clock clock;

    @Inject
    ResolveFiscalReceipt(
            UnitOfWork unitOfWork,
            FiscalReceipts receipts,
            AuditTrail auditTrail,
            StepUpRule stepUp,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.receipts = receipts;
        this.auditTrail = auditTrail;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** What staff want. */
    public enum Wish {
        /** Try it again. */
        RETRY,
        /** Do not. */
        CANCEL
    }

    /**
     * Who wants what of which.
     *
     * @param reason kept with a cancelled one, and in the audit trail
     */
    public record Command(Actor actor, FiscalReceiptId receipt, Wish wish, String reason) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is so. */
        record Done() implements Result {}

        /** It is not given up: nothing is to be decided. */
        record NotGivenUp() implements Result {}

        /** There is none. */
        record NoSuchReceipt() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Does it. The second time nothing is to be decided. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_REFUND)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return Uni.createFrom().item(new Result.StepUpRequired());
        }
        return unitOfWork.run(
                () -> receipts.lock(command.receipt()).chain(found -> resolve(found, command)));
    }

    private Uni<Result> resolve(Optional<FiscalReceipt> found, Command command) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Result.NoSuchReceipt());
        }
        return switch (found.get()) {
            case FiscalReceipt.GivenUp receipt -> resolve(receipt, command);
            case FiscalReceipt.Open _, FiscalReceipt.Registered _, FiscalReceipt.Cancelled _ ->
                    Uni.createFrom().item(new Result.NotGivenUp());
        };
    }

    private Uni<Result> resolve(FiscalReceipt.GivenUp receipt, Command command) {
        return receipts.save(wished(receipt, command), clock.instant())
                .chain(() -> auditTrail.append(entry(command)))
                .replaceWith(new Result.Done());
    }

    private FiscalReceipt wished(FiscalReceipt.GivenUp receipt, Command command) {
        return switch (command.wish()) {
            case RETRY -> receipt.again();
            case CANCEL ->
                    new FiscalReceipt.Cancelled(
                            receipt.order(), true, command.reason(), clock.instant());
        };
    }

    private static AuditTrail.Entry entry(Command command) {
        return AuditTrail.Entry.of(
                        command.actor(),
                        switch (command.wish()) {
                            case RETRY -> "fiscal.retry_receipt";
                            case CANCEL -> "fiscal.cancel_receipt";
                        },
                        "fiscal_receipt",
                        command.receipt().value())
                .because(command.reason());
    }
}
