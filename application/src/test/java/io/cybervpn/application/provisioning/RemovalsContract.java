package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.Redesire;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Removals;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of removals does. Other records may be there. */
public abstract class RemovalsContract {
    private static final Instant NOW = Instant.parse("2099-03-01T10:00:00Z");
    private static final Instant AT = NOW.plus(Duration.ofDays(2));

    protected abstract Accesses accesses();

    protected abstract Removals removals();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Access stopped(Instant removeAt) {
        Access.Pending first = Wishes.pending(NOW);
        run(() -> accesses().add(first, NOW));
        Access.Pending stopped = wants(first, removeAt);
        run(() -> accesses().save(stopped, NOW));
        return stopped;
    }

    private static Access.Pending wants(Access known, Instant removeAt) {
        Redesire changed = known.desire(Wishes.spec(NOW.minusSeconds(1)).removedAt(removeAt), NOW);
        return ((Redesire.Changed) changed).access();
    }

    private List<RemovalNear> taken(Access access, Instant until) {
        return run(() -> removals().takeUntold(NOW, until, 1000)).stream()
                .filter(near -> near.access().equals(access.desire().id()))
                .toList();
    }

    private Access stored(Access access) {
        return run(() -> accesses().find(access.desire().id())).orElseThrow();
    }

    @Test
    void a_moment_of_removal_is_kept_and_a_renewal_takes_it_back() {
        Access stopped = stopped(AT);
        assertThat(stored(stopped)).isEqualTo(stopped);

        Access.Pending renewed = ((Redesire.Changed) stopped.desire(Wishes.spec(AT), NOW)).access();
        run(() -> accesses().save(renewed, NOW));

        assertThat(stored(stopped).desire().spec().removeAt()).isEmpty();
        assertThat(taken(stopped, AT)).isEmpty();
    }

    @Test
    void it_is_told_once_of_each_moment_and_not_before_it_is_near() {
        Access stopped = stopped(AT);
        assertThat(taken(stopped, AT.minusMillis(1))).isEmpty();

        assertThat(taken(stopped, AT))
                .containsExactly(
                        new RemovalNear(
                                stopped.desire().id(), stopped.desire().account(), AT, NOW));
        assertThat(taken(stopped, AT)).isEmpty();

        Access.Pending later = wants(stored(stopped), AT.plusSeconds(9));
        run(() -> accesses().save(later, NOW));
        assertThat(taken(stopped, AT.plusSeconds(9))).hasSize(1);
    }

    @Test
    void of_ten_that_look_at_once_one_tells() {
        Access stopped = stopped(AT);

        List<CompletableFuture<List<RemovalNear>>> all =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> taken(stopped, AT)))
                        .limit(10)
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).flatMap(List::stream)).hasSize(1);
    }

    @Test
    void what_is_removed_is_stored_as_such_and_not_told_of() {
        Access stopped = stopped(AT);
        Access removed = stopped.removed(stopped.desire().generation(), NOW);
        run(() -> accesses().settle(removed, NOW));

        assertThat(stored(stopped)).isEqualTo(removed);
        assertThat(taken(stopped, AT)).isEmpty();

        Access.Pending again = ((Redesire.Changed) removed.desire(Wishes.spec(AT), NOW)).access();
        run(() -> accesses().save(again, NOW));
        Brought brought = again.brought(again.desire().generation(), Wishes.user(), NOW);
        assertThat(brought).isInstanceOf(Brought.Granted.class);
        run(() -> accesses().settle(((Brought.Granted) brought).access(), NOW));
        assertThat(stored(stopped)).isInstanceOf(Access.Ready.class);
    }
}
