package io.cybervpn.application.payment;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Ends the grace of a secret that was replaced, as when it is in wrong hands: no push is believed
 * by it any more; this instance knows at once, others within some seconds. Needs {@link
 * Permission#GATEWAYS_WRITE}; a fresh proof of the second factor; audited by its name.
 */
@Singleton
public final class ForgetFormerSecret {
    private final UnitOfWork unitOfWork;
    private final GatewayRecords records;
    private final LiveGateways live;
    private final AuditTrail audit;
    private final StepUpRule stepUp;

    @Inject
    ForgetFormerSecret(
            UnitOfWork unitOfWork,
            GatewayRecords records,
            LiveGateways live,
            AuditTrail audit,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.live = live;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /** Who wants that of which secret. */
    public record Command(Actor actor, String provider, String field) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is worth nothing any more. */
        record Done() implements Result {}

        /** None is accepted. */
        record NoFormer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Does it. The second time there is none. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.GATEWAYS_WRITE)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return stepUp.isMetBy(command.actor())
                ? unitOfWork.run(() -> forget(command)).call(live::refresh)
                : Uni.createFrom().item(new Result.StepUpRequired());
    }

    private Uni<Result> forget(Command command) {
        return records.removeFormer(command.provider(), command.field())
                .chain(
                        removed ->
                                removed
                                        ? audit.append(entry(command))
                                                .replaceWith(new Result.Done())
                                        : Uni.createFrom().item(new Result.NoFormer()));
    }

    private static AuditTrail.Entry entry(Command command) {
        return AuditTrail.Entry.of(
                        command.actor(),
                        "payment.forget_former_secret",
                        "payment_gateway",
                        command.provider())
                .with(Changes.none().hidden(command.field()));
    }
}
