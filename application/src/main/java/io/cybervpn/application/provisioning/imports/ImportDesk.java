package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps new jobs, once per request. */
@Singleton
final class ImportDesk {
    private final UnitOfWork unitOfWork;
    private final ImportJobs jobs;
    private final AuditTrail audit;
    private final Origins origins;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ImportDesk(
            UnitOfWork unitOfWork,
            ImportJobs jobs,
            AuditTrail audit,
            Origins origins,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.audit = audit;
        this.origins = origins;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody wants. */
    record Draft(Actor actor, AccountId staff, String requestKey, ImportJob.Terms terms) {
        private String key() {
            return "import " + staff.value() + " " + requestKey;
        }
    }

    /** What the same request began. */
    Uni<Optional<ImportJob>> before(Actor actor, String requestKey) {
        return actor.account()
                .map(staff -> "import " + staff.value() + " " + requestKey)
                .map(key -> unitOfWork.run(() -> jobs.ofKey(key)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Begins it; of two same requests at once the job of the first. */
    Uni<ImportJob> begin(Draft draft, List<ImportJob.Entry> rows) {
        ImportJob job =
                new ImportJob(
                        ids.next(),
                        draft.key(),
                        draft.terms(),
                        new ImportJob.Asked(draft.staff(), origins.current().reason().orElse("")),
                        BulkJob.State.RUNNING,
                        rows.size(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Optional.empty());
        return unitOfWork.run(
                () ->
                        jobs.add(job, rows)
                                .chain(first -> first ? note(draft, job) : nothing())
                                .chain(() -> jobs.ofKey(job.key()))
                                .map(Optional::orElseThrow));
    }

    private Uni<Void> note(Draft draft, ImportJob job) {
        return audit.append(
                AuditTrail.Entry.of(draft.actor(), "provisioning.import", "import_job", job.id())
                        .with(
                                Changes.created(
                                        Map.of(
                                                "panel",
                                                job.terms().panel().value().toString(),
                                                "plan",
                                                job.terms().plan().value().toString(),
                                                "rows",
                                                job.total()))));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
