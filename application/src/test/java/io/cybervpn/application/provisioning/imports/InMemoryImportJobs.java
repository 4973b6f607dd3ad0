package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Imports in memory. */
public final class InMemoryImportJobs implements ImportJobs {
    private final InMemoryTable<String, ImportJob> jobs;
    private final InMemoryTable<BulkJob.Place, Kept> rows;

    public InMemoryImportJobs(InMemoryUnitOfWork unitOfWork) {
        this.jobs = unitOfWork.table();
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(ImportJob job, List<ImportJob.Entry> entries) {
        return Uni.createFrom()
                .item(() -> jobs.insert(job.key(), job))
                .invoke(first -> fill(first, job, entries));
    }

    private void fill(boolean first, ImportJob job, List<ImportJob.Entry> entries) {
        for (int i = 0; first && i < entries.size(); i++) {
            ImportJob.Row row =
                    new ImportJob.Row(
                            i,
                            Optional.of(entries.get(i).name()),
                            BulkJob.RowState.WAITING,
                            "",
                            Optional.empty(),
                            Optional.empty());
            rows.put(
                    new BulkJob.Place(job.id(), i),
                    new Kept(job.id(), row, entries.get(i).data(), 0, Instant.EPOCH));
        }
    }

    @Override
    public Uni<Optional<ImportJob>> ofKey(String key) {
        return Uni.createFrom().item(() -> jobs.get(key));
    }

    @Override
    public Uni<Optional<ImportJob>> find(UUID id) {
        return Uni.createFrom().item(() -> job(id));
    }

    private Optional<ImportJob> job(UUID id) {
        return jobs.where(job -> job.id().equals(id)).stream().findFirst();
    }

    @Override
    public Uni<List<ImportJob>> latest(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                jobs.where(_ -> true).stream()
                                        .sorted(
                                                Comparator.comparing(ImportJob::createdAt)
                                                        .reversed())
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<ImportJob>> running(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                jobs.where(job -> job.state() == BulkJob.State.RUNNING).stream()
                                        .limit(limit)
                                        .toList());
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
    public Uni<List<ImportJob.Row>> rows(
            UUID id, Optional<BulkJob.RowState> state, int after, int limit) {
        Predicate<ImportJob.Row> wanted =
                row -> row.position() > after && state.filter(one -> one != row.state()).isEmpty();
        return Uni.createFrom()
                .item(() -> of(id).map(Kept::row).filter(wanted).limit(limit).toList());
    }

    @Override
    public Uni<List<ImportJob.Turn>> due(UUID id, Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                of(id).filter(InMemoryImportJobs::waits)
                                        .filter(row -> !row.notBefore().isAfter(now))
                                        .map(
                                                row ->
                                                        new ImportJob.Turn(
                                                                row.place(),
                                                                row.row().name().orElseThrow(),
                                                                row.data()))
                                        .limit(limit)
                                        .toList());
    }

    private static boolean waits(Kept row) {
        return row.row().state() == BulkJob.RowState.WAITING;
    }

    @Override
    public Uni<Boolean> lock(BulkJob.Place place) {
        return Uni.createFrom()
                .item(() -> rows.get(place).filter(InMemoryImportJobs::waits).isPresent());
    }

    @Override
    public Uni<Void> mark(BulkJob.Place place, ImportJob.Outcome outcome, Instant at) {
        return change(place, row -> row.with(marked(row.row(), outcome, at)));
    }

    private static ImportJob.Row marked(ImportJob.Row row, ImportJob.Outcome outcome, Instant at) {
        return switch (outcome) {
            case ImportJob.Outcome.Done(var made, var notes) ->
                    done(row, notes, Optional.of(made), at);
            case ImportJob.Outcome.Foreseen(var notes) -> done(row, notes, Optional.empty(), at);
            case ImportJob.Outcome.Refused(var code) ->
                    ended(row, BulkJob.RowState.REFUSED, code, Optional.empty(), at);
        };
    }

    private static ImportJob.Row done(
            ImportJob.Row row, List<String> notes, Optional<ImportJob.Made> made, Instant at) {
        return ended(row, BulkJob.RowState.DONE, String.join(",", notes), made, at);
    }

    private static ImportJob.Row ended(
            ImportJob.Row row,
            BulkJob.RowState state,
            String detail,
            Optional<ImportJob.Made> made,
            Instant at) {
        return new ImportJob.Row(row.position(), row.name(), state, detail, made, Optional.of(at));
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
        Kept tried = row.due(row.tries() + 1, next);
        return tried.tries() < triesMax
                ? tried
                : tried.ended(BulkJob.RowState.FAILED, "error", Optional.empty());
    }

    @Override
    public Uni<Void> pause(UUID id, Instant next) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                of(id).filter(InMemoryImportJobs::waits)
                                        .forEach(
                                                row ->
                                                        rows.put(
                                                                row.place(),
                                                                row.due(row.tries(), next))));
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

    private void cancelNow(ImportJob job, Instant at) {
        end(job, BulkJob.State.CANCELLED, at);
        of(job.id())
                .filter(InMemoryImportJobs::waits)
                .forEach(
                        row ->
                                rows.put(
                                        row.place(),
                                        row.ended(
                                                BulkJob.RowState.CANCELLED, "", Optional.of(at))));
    }

    private void end(ImportJob job, BulkJob.State state, Instant at) {
        jobs.put(
                job.key(),
                new ImportJob(
                        job.id(),
                        job.key(),
                        job.terms(),
                        job.asked(),
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

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return ofAccount(account, row -> named(row, Optional.empty(), row.made()));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return ofAccount(
                from,
                row ->
                        named(
                                row,
                                row.name(),
                                row.made()
                                        .map(
                                                made ->
                                                        new ImportJob.Made(
                                                                into, made.subscription()))));
    }

    private Uni<Void> ofAccount(AccountId account, UnaryOperator<ImportJob.Row> move) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.where(row -> isOf(row, account))
                                        .forEach(
                                                row ->
                                                        rows.put(
                                                                row.place(),
                                                                row.with(move.apply(row.row())))));
    }

    private static boolean isOf(Kept row, AccountId account) {
        return row.row().made().filter(made -> made.account().equals(account)).isPresent();
    }

    private static ImportJob.Row named(
            ImportJob.Row row, Optional<String> name, Optional<ImportJob.Made> made) {
        return new ImportJob.Row(row.position(), name, row.state(), row.detail(), made, row.at());
    }
}
