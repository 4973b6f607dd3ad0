package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
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
import java.util.UUID;

/**
 * Begins something with many subscriptions or customers, or only says with which. Needs {@link
 * Permission#SUBSCRIPTIONS_BULK} and a fresh second factor; audited. Repeatable by the request key.
 */
@Singleton
public final class StartBulkAction {
    private static final int SAMPLE = 20;

    private final UnitOfWork unitOfWork;
    private final BulkJobs jobs;
    private final StepUpRule stepUp;
    private final AuditTrail audit;
    private final Circumstances circumstances;

    @Inject
    StartBulkAction(
            UnitOfWork unitOfWork,
            BulkJobs jobs,
            StepUpRule stepUp,
            AuditTrail audit,
            Circumstances circumstances) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.stepUp = stepUp;
        this.audit = audit;
        this.circumstances = circumstances;
    }

    /** When and why. */
    @Singleton
    static final class Circumstances {
        private final Origins origins;
        private final Ids ids;
        private final Clock clock;

        @Inject
        Circumstances(Origins origins, Ids ids, Clock clock) {
            this.origins = origins;
            this.ids = ids;
            this.clock = clock;
        }

        private BulkJob job(AccountId staff, Command command, int total) {
            return new BulkJob(
                    ids.next(),
                    staff,
                    key(command),
                    command.action(),
                    origins.current().reason().orElse(""),
                    BulkJob.State.RUNNING,
                    total,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    Optional.empty());
        }
    }

    /**
     * The wish.
     *
     * @param requestKey of this request; empty: only say with which
     */
    public record Command(
            Actor actor, BulkAction action, BulkTarget target, Optional<String> requestKey) {}

    /** What came of it. */
    public sealed interface Result {
        /** It would be done with so many; the first of them. */
        record Shown(int count, List<UUID> sample) implements Result {
            /** Copies the list. */
            public Shown {
                sample = List.copyOf(sample);
            }
        }

        /** It is begun: now, or by the same request before. */
        record Started(BulkJob job) implements Result {}

        /** More than {@link BulkTarget#SUBJECTS_MAX}. */
        record TooMany() implements Result {}

        /** The key served another action. */
        record KeyReused() implements Result {}

        /** The actor lacks the permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Begins it, or says with which. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SUBSCRIPTIONS_BULK)) {
            return answer(new Result.Forbidden());
        }
        return command.actor()
                .account()
                .map(staff -> check(staff, command))
                .orElseGet(() -> answer(new Result.Forbidden()));
    }

    private Uni<Result> check(AccountId staff, Command command) {
        if (command.requestKey().isPresent() && !stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        return unitOfWork.run(
                () ->
                        command.requestKey().isPresent()
                                ? once(staff, command)
                                : subjects(command).map(StartBulkAction::shown));
    }

    private Uni<List<UUID>> subjects(Command command) {
        return jobs.subjects(
                command.target(), command.action().isOfCustomers(), BulkTarget.SUBJECTS_MAX + 1);
    }

    private static Result shown(List<UUID> subjects) {
        return subjects.size() > BulkTarget.SUBJECTS_MAX
                ? new Result.TooMany()
                : new Result.Shown(subjects.size(), subjects.stream().limit(SAMPLE).toList());
    }

    private static String key(Command command) {
        return GiftDesk.key(command.actor(), "bulk " + command.requestKey().orElseThrow());
    }

    private Uni<Result> once(AccountId staff, Command command) {
        return jobs.ofKey(key(command))
                .chain(
                        before ->
                                before.map(job -> answer(repeated(job, command)))
                                        .orElseGet(() -> begin(staff, command)));
    }

    private static Result repeated(BulkJob job, Command command) {
        return job.action().equals(command.action())
                ? new Result.Started(job)
                : new Result.KeyReused();
    }

    private Uni<Result> begin(AccountId staff, Command command) {
        return subjects(command)
                .chain(
                        subjects ->
                                subjects.size() > BulkTarget.SUBJECTS_MAX
                                        ? answer(new Result.TooMany())
                                        : store(
                                                circumstances.job(staff, command, subjects.size()),
                                                subjects,
                                                command));
    }

    private Uni<Result> store(BulkJob job, List<UUID> subjects, Command command) {
        return jobs.add(job, subjects)
                .chain(
                        first ->
                                first
                                        ? audit.append(entry(job, command.actor()))
                                        : Uni.createFrom().voidItem())
                .chain(() -> jobs.ofKey(job.key()))
                .map(stored -> repeated(stored.orElseThrow(), command));
    }

    private static AuditTrail.Entry entry(BulkJob job, Actor actor) {
        return AuditTrail.Entry.of(actor, "subscription.bulk", "bulk_job", job.id())
                .with(
                        Changes.created(
                                Map.of("action", job.action().toString(), "rows", job.total())));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
