package io.cybervpn.application.provisioning.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of imports does. Others may use the same store meanwhile. */
public abstract class ImportJobsContract {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    protected abstract ImportJobs jobs();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static ImportJob job(int total, Optional<AccountId> owner) {
        return new ImportJob(
                UUID.randomUUID(),
                "key " + UUID.randomUUID(),
                new ImportJob.Terms(PanelId.CONFIGURED, new PlanId(UUID.randomUUID()), owner, "de"),
                new ImportJob.Asked(new AccountId(UUID.randomUUID()), "because"),
                BulkJob.State.RUNNING,
                total,
                NOON,
                Optional.empty());
    }

    private ImportJob stored(String... names) {
        ImportJob job = job(names.length, Optional.empty());
        assertThat(inTransaction(() -> jobs().add(job, named(names)))).isTrue();
        return job;
    }

    private static List<ImportJob.Entry> named(String... names) {
        return Stream.of(names).map(ImportJob.Entry::named).toList();
    }

    private List<ImportJob.Turn> due(ImportJob job, Instant now) {
        return inTransaction(() -> jobs().due(job.id(), now, 100));
    }

    private static BulkJob.Place place(ImportJob job, int position) {
        return new BulkJob.Place(job.id(), position);
    }

    @Test
    void a_job_is_found_as_it_was_stored_once_per_key() {
        ImportJob job = job(1, Optional.of(new AccountId(UUID.randomUUID())));
        assertThat(inTransaction(() -> jobs().add(job, named("a,\"b\"")))).isTrue();
        assertThat(inTransaction(() -> jobs().add(job, named("c")))).isFalse();

        assertThat(inTransaction(() -> jobs().find(job.id()))).contains(job);
        assertThat(inTransaction(() -> jobs().ofKey(job.key()))).contains(job);
        assertThat(inTransaction(() -> jobs().running(1_000))).contains(job);
        assertThat(inTransaction(() -> jobs().latest(1_000))).contains(job);
        assertThat(inTransaction(() -> jobs().find(UUID.randomUUID()))).isEmpty();
        assertThat(due(job, NOON)).extracting(ImportJob.Turn::name).containsExactly("a,\"b\"");
    }

    @Test
    void rows_are_done_in_their_order_and_the_job_with_them() {
        ImportJob job = stored("ann", "bob", "old");
        ImportJob.Made made =
                new ImportJob.Made(new AccountId(UUID.randomUUID()), UUID.randomUUID());
        for (ImportJob.Turn turn : due(job, NOON)) {
            assertThat(inTransaction(() -> jobs().lock(turn.place()))).isTrue();
            ImportJob.Outcome outcome =
                    turn.name().equals("old")
                            ? new ImportJob.Outcome.Refused("ended")
                            : new ImportJob.Outcome.Done(made);
            inTransaction(() -> jobs().mark(turn.place(), outcome, NOON));
            assertThat(inTransaction(() -> jobs().lock(turn.place()))).isFalse();
        }
        inTransaction(() -> jobs().finish(NOON));

        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 2, 1, 0, 0));
        assertThat(inTransaction(() -> jobs().find(job.id())).orElseThrow().state())
                .isEqualTo(BulkJob.State.DONE);
        assertThat(inTransaction(() -> jobs().rows(job.id(), Optional.empty(), 0, 2)))
                .containsExactly(
                        new ImportJob.Row(
                                1,
                                Optional.of("bob"),
                                BulkJob.RowState.DONE,
                                "",
                                Optional.of(made),
                                Optional.of(NOON)),
                        new ImportJob.Row(
                                2,
                                Optional.of("old"),
                                BulkJob.RowState.REFUSED,
                                "ended",
                                Optional.empty(),
                                Optional.of(NOON)));
    }

    private static ImportJob ofFile(int total) {
        ImportJob plain = job(total, Optional.empty());
        ImportJob.FileTerms file =
                new ImportJob.FileTerms(
                        LineSource.BEDOLAGA, "old bot", "abc", Optional.of(Asset.RUB), true);
        ImportJob.Terms terms =
                new ImportJob.Terms(
                        plain.terms().panel(),
                        plain.terms().plan(),
                        Optional.empty(),
                        "ru",
                        Optional.of(file));
        return new ImportJob(
                plain.id(),
                plain.key(),
                terms,
                plain.asked(),
                plain.state(),
                total,
                NOON,
                Optional.empty());
    }

    @Test
    void lines_of_a_file_are_kept_until_they_came_to_something() {
        ImportJob job = ofFile(2);
        Map<String, String> data = Map.of("row", "7", "email", "\"Ann\" <a@example.org>, и");
        List<ImportJob.Entry> rows =
                List.of(new ImportJob.Entry("7", data), new ImportJob.Entry("8", data));
        assertThat(inTransaction(() -> jobs().add(job, rows))).isTrue();
        assertThat(inTransaction(() -> jobs().find(job.id()))).contains(job);
        assertThat(due(job, NOON).getFirst().data()).isEqualTo(data);

        ImportJob.Made made =
                new ImportJob.Made(new AccountId(UUID.randomUUID()), Optional.empty());
        mark(job, 0, new ImportJob.Outcome.Done(made, List.of("a", "b")));
        mark(job, 1, new ImportJob.Outcome.Foreseen(List.of("c")));

        List<ImportJob.Row> ended =
                inTransaction(() -> jobs().rows(job.id(), Optional.empty(), -1, 10));
        assertThat(ended.getFirst().made()).contains(made);
        assertThat(ended.getFirst().notes()).containsExactly("a", "b");
        assertThat(ended.getFirst().code()).isEmpty();
        assertThat(ended.getLast().made()).isEmpty();
        assertThat(ended.getLast().notes()).containsExactly("c");
        assertThat(ended.getLast().state()).isEqualTo(BulkJob.RowState.DONE);
    }

    private void mark(ImportJob job, int position, ImportJob.Outcome outcome) {
        inTransaction(() -> jobs().mark(place(job, position), outcome, NOON));
    }

    @Test
    void what_fails_is_due_later_and_a_pause_counts_as_no_try() {
        ImportJob job = stored("ann");
        inTransaction(() -> jobs().pause(job.id(), NOON.plusSeconds(10)));
        inTransaction(() -> jobs().pause(job.id(), NOON.plusSeconds(20)));
        assertThat(due(job, NOON.plusSeconds(19))).isEmpty();
        assertThat(due(job, NOON.plusSeconds(20))).hasSize(1);

        inTransaction(() -> jobs().putOff(place(job, 0), NOON.plusSeconds(60), 2));
        assertThat(due(job, NOON.plusSeconds(60))).hasSize(1);
        inTransaction(() -> jobs().putOff(place(job, 0), NOON.plusSeconds(90), 2));

        assertThat(due(job, NOON.plusSeconds(99))).isEmpty();
        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 0, 0, 1, 0));
    }

    @Test
    void a_stopped_job_does_nothing_any_more() {
        ImportJob job = stored("ann", "bob");
        inTransaction(
                () -> jobs().mark(place(job, 0), new ImportJob.Outcome.Refused("ended"), NOON));

        inTransaction(() -> jobs().cancel(job.id(), NOON));
        inTransaction(() -> jobs().cancel(job.id(), NOON.plusSeconds(1)));

        assertThat(due(job, NOON)).isEmpty();
        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 0, 1, 0, 1));
        assertThat(inTransaction(() -> jobs().find(job.id())).orElseThrow().endedAt())
                .contains(NOON);
    }

    @Test
    void who_leaves_is_forgotten_and_who_merges_is_followed() {
        ImportJob job = stored("ann", "bob");
        AccountId ann = new AccountId(UUID.randomUUID());
        AccountId bob = new AccountId(UUID.randomUUID());
        AccountId other = new AccountId(UUID.randomUUID());
        done(job, 0, ann);
        done(job, 1, bob);

        inTransaction(() -> jobs().forgetOf(ann));
        inTransaction(() -> jobs().reown(bob, other));

        List<ImportJob.Row> rows =
                inTransaction(() -> jobs().rows(job.id(), Optional.empty(), -1, 10));
        assertThat(rows.getFirst().name()).isEmpty();
        assertThat(rows.getLast().name()).contains("bob");
        assertThat(rows.getLast().made().orElseThrow().account()).isEqualTo(other);
    }

    private void done(ImportJob job, int position, AccountId account) {
        ImportJob.Made made = new ImportJob.Made(account, UUID.randomUUID());
        inTransaction(
                () -> jobs().mark(place(job, position), new ImportJob.Outcome.Done(made), NOON));
    }
}
