package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Has a parked record tried again, after staff put right what the panel refused. What staff
 * themselves said cannot be done, they are asked again.
 */
@Singleton
public final class RetryParkedAccess {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final ManualServices services;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    RetryParkedAccess(
            UnitOfWork unitOfWork,
            Accesses accesses,
            ManualServices services,
            AuditTrail audit,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who wants which retried. */
    public record Command(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** It is due now. */
        record Due() implements Result {}

        /** There is such a record, but it is not parked; nothing was done. */
        record NotParked() implements Result {}

        /** There is no such record. */
        record NoSuchAccess() implements Result {}

        /** The actor lacks {@link Permission#PROVISIONING_WRITE}. */
        record Denied() implements Result {}
    }

    /** Makes it due. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.PROVISIONING_WRITE)
                ? unitOfWork.run(
                        () ->
                                accesses.lock(command.access())
                                        .chain(found -> retry(command.actor(), found)))
                : answer(new Result.Denied());
    }

    private Uni<Result> retry(Actor actor, Optional<Access> found) {
        return found.map(access -> retry(actor, access))
                .orElseGet(() -> answer(new Result.NoSuchAccess()));
    }

    private Uni<Result> retry(Actor actor, Access access) {
        return switch (access) {
            case Access.Parked parked ->
                    accesses.save(parked.retry(clock.instant()), clock.instant())
                            .chain(() -> services.forgive(parked.desire().id()))
                            .chain(
                                    () ->
                                            audit.append(
                                                    Entry.of(
                                                            actor,
                                                            "provisioning.retry",
                                                            "access",
                                                            parked.desire().id().value())))
                            .replaceWith(new Result.Due());
            case Access.Pending _,
                    Access.Ready _,
                    Access.Failing _,
                    Access.Waiting _,
                    Access.Removed _ ->
                    answer(new Result.NotParked());
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
