package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bulk jobs in memory. */
public final class InMemoryBulkJobs implements BulkJobs {
    private record Kept(UUID job, BulkJob.Row row, int tries, Instant notBefore) {
        BulkJob.Place place() {
            return new BulkJob.Place(job, row.position());
        }

        Kept with(BulkJob.RowState state, String detail, Optional<Instant> at) {
            return new Kept(
                    job,
                    new BulkJob.Row(row.position(), row.subject(), state, detail, at),
                    tries,
                    notBefore);
        }
    }

    private final InMemorySubscriptions subscriptions;
    private final InMemoryTable<String, BulkJob> jobs;
    private final InMemoryTable<BulkJob.Place, Kept> rows;

    public InMemoryBulkJobs(InMemoryUnitOfWork unitOfWork, InMemorySubscriptions subscriptions) {
        this.subscriptions = subscriptions;
        this.jobs = unitOfWork.table();
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<List<UUID>> subjects(BulkTarget target, boolean customers, int limit) {
        return Uni.createFrom().item(() -> all(target, customers).limit(limit).toList());
    }

    private Stream<UUID> all(BulkTarget target, boolean customers) {
        return switch (target) {
            case BulkTarget.These(var ids) -> ids.stream();
            case BulkTarget.Matching(var filter) ->
                    subscriptions.all().stream()
                            .filter(one -> matches(one, filter))
                            .map(one -> subject(one, customers))
                            .distinct()
                            .sorted(Comparator.comparing(UUID::toString));
        };
    }

    private static boolean matches(Subscription one, SubscriptionRecords.Filter filter) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(one.status()))
                && filter.account().filter(id -> !id.equals(one.service().account())).isEmpty()
                && filter.plan().filter(id -> !id.equals(one.service().plan())).isEmpty()
                && filter.expireFrom().filter(from -> one.expireAt().isBefore(from)).isEmpty()
                && filter.expireTo().filter(to -> !one.expireAt().isBefore(to)).isEmpty();
    }

    private static UUID subject(Subscription one, boolean customers) {
        return customers ? one.service().account().value() : one.service().id().value();
    }

    @Override
    public Uni<Boolean> add(BulkJob job, List<UUID> subjects) {
        return Uni.createFrom()
                .item(() -> jobs.insert(job.key(), job))
                .invoke(first -> fill(first, job, subjects));
    }

    private void fill(boolean first, BulkJob job, List<UUID> subjects) {
        for (int i = 0; first && i < subjects.size(); i++) {
            BulkJob.Row row =
                    new BulkJob.Row(
                            i, subjects.get(i), BulkJob.RowState.WAITING, "", Optional.empty());
            rows.put(new BulkJob.Place(job.id(), i), new Kept(job.id(), row, 0, Instant.EPOCH));
        }
    }

    @Override
    public Uni<Optional<BulkJob>> ofKey(String key) {
        return Uni.createFrom().item(() -> jobs.get(key));
    }

    @Override
    public Uni<Optional<BulkJob>> find(UUID id) {
        return Uni.createFrom().item(() -> job(id));
    }

    private Optional<BulkJob> job(UUID id) {
        return jobs.where(job -> job.id().equals(id)).stream().findFirst();
    }

    private Stream<Kept> of(UUID job) {
        return rows.where(row -> row.job().equals(job)).stream()
                .sorted(Comparator.comparingInt(row -> row.row().position()));
    }

    private long count(UUID job, BulkJob.RowState state) {
        return of(job).filter(row -> row.row().state() == state).count();
    }

    @Override
    public Uni<BulkJob.Progress> progress(UUID id) {
        return Uni.createFrom()
                .item(
                        () ->
                                new BulkJob.Progress(
                                        count(id, BulkJob.RowState.WAITING),
                                        count(id, BulkJob.RowState.DONE),
                                        count(id, BulkJob.RowState.REFUSED),
                                        count(id, BulkJob.RowState.FAILED),
                                        count(id, BulkJob.RowState.CANCELLED)));
    }

    @Override
    public Uni<List<BulkJob.Row>> rows(
            UUID id, Optional<BulkJob.RowState> state, int after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                of(id).map(Kept::row)
                                        .filter(row -> row.position() > after)
                                        .filter(
                                                row ->
                                                        state.filter(one -> one != row.state())
                                                                .isEmpty())
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<BulkJob.Place>> due(Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                jobs.where(job -> job.state() == BulkJob.State.RUNNING).stream()
                                        .flatMap(job -> of(job.id()))
                                        .filter(InMemoryBulkJobs::waits)
                                        .filter(row -> !row.notBefore().isAfter(now))
                                        .map(Kept::place)
                                        .limit(limit)
                                        .toList());
    }

    private static boolean waits(Kept row) {
        return row.row().state() == BulkJob.RowState.WAITING;
    }

    @Override
    public Uni<Optional<UUID>> lock(BulkJob.Place place) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.get(place)
                                        .filter(InMemoryBulkJobs::waits)
                                        .map(row -> row.row().subject()));
    }

    @Override
    public Uni<Void> mark(BulkJob.Place place, BulkJob.RowState state, String detail, Instant at) {
        return change(place, row -> row.with(state, detail, Optional.of(at)));
    }

    private Uni<Void> change(BulkJob.Place place, UnaryOperator<Kept> move) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> rows.put(place, move.apply(rows.get(place).orElseThrow())));
    }

    @Override
    public Uni<Void> putOff(BulkJob.Place place, Instant next, int triesMax) {
        return change(place, row -> later(row, next, triesMax));
    }

    private static Kept later(Kept row, Instant next, int triesMax) {
        Kept tried = new Kept(row.job(), row.row(), row.tries() + 1, next);
        return tried.tries() < triesMax
                ? tried
                : tried.with(BulkJob.RowState.FAILED, "error", Optional.empty());
    }

    @Override
    public Uni<Void> cancel(UUID id, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                job(id).filter(job -> job.state() == BulkJob.State.RUNNING)
                                        .ifPresent(job -> cancelNow(job, at)));
    }

    private void cancelNow(BulkJob job, Instant at) {
        end(job, BulkJob.State.CANCELLED, at);
        of(job.id())
                .filter(InMemoryBulkJobs::waits)
                .forEach(
                        row ->
                                rows.put(
                                        row.place(),
                                        row.with(BulkJob.RowState.CANCELLED, "", Optional.of(at))));
    }

    private void end(BulkJob job, BulkJob.State state, Instant at) {
        jobs.put(
                job.key(),
                new BulkJob(
                        job.id(),
                        job.staff(),
                        job.key(),
                        job.action(),
                        job.reason(),
                        state,
                        job.total(),
                        job.createdAt(),
                        Optional.of(at)));
    }

    @Override
    public Uni<Void> finish(Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                jobs.where(job -> job.state() == BulkJob.State.RUNNING).stream()
                                        .filter(
                                                job ->
                                                        count(job.id(), BulkJob.RowState.WAITING)
                                                                == 0)
                                        .forEach(job -> end(job, BulkJob.State.DONE, at)));
    }
}
