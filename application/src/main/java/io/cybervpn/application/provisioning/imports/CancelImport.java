package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops taking people over: rows that wait are not done any more, what was done stays. Needs {@link
 * Permission#IMPORTS_WRITE}; audited. Repeatable.
 */
@Singleton
public final class CancelImport {
    private final UnitOfWork unitOfWork;
    private final ImportJobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    CancelImport(UnitOfWork unitOfWork, ImportJobs jobs, AuditTrail audit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which. */
    public record Command(Actor actor, UUID job) {}

    /** What came of it. */
    public sealed interface Result {
        /** It does nothing any more. */
        record Stopped() implements Result {}

        /** There is none. */
        record NoSuchJob() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Stops it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.IMPORTS_WRITE)
                ? unitOfWork.run(
                        () -> jobs.find(command.job()).chain(found -> stop(found, command)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> stop(Optional<ImportJob> found, Command command) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Result.NoSuchJob());
        }
        return jobs.cancel(command.job(), clock.instant())
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                command.actor(),
                                                "provisioning.cancel_import",
                                                "import_job",
                                                command.job())))
                .replaceWith(new Result.Stopped());
    }
}
