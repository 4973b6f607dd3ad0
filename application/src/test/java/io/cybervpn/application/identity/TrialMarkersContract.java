package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.TrialIdentifier;
import io.cybervpn.domain.identity.repository.TrialMarkers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of markers does (R29). */
public abstract class TrialMarkersContract {
    protected abstract TrialMarkers markers();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static TrialIdentifier mailbox(String address) {
        return TrialIdentifier.of(Email.parse(address).orElseThrow());
    }

    @Test
    void one_of_several_is_enough_and_marking_is_repeatable() {
        TrialIdentifier mail = mailbox(Fixtures.freshName() + "@example.org");
        TrialIdentifier telegram =
                TrialIdentifier.of(
                        ExternalId.telegram(ThreadLocalRandom.current().nextLong(1, 1L << 51)));
        assertThat(inTransaction(() -> markers().isMarked(Set.of(mail, telegram)))).isFalse();
        inTransaction(() -> markers().mark(Set.of(telegram), Fixtures.NOW));
        inTransaction(() -> markers().mark(Set.of(telegram), Fixtures.NOW));
        assertThat(inTransaction(() -> markers().isMarked(Set.of(mail)))).isFalse();
        assertThat(inTransaction(() -> markers().isMarked(Set.of(mail, telegram)))).isTrue();
    }

    @Test
    void of_many_at_once_one_has_the_right_and_it_can_be_given_again() {
        TrialIdentifier shared =
                TrialIdentifier.of(
                        ExternalId.telegram(ThreadLocalRandom.current().nextLong(1, 1L << 51)));
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 20)
                        .mapToObj(_ -> mailbox(Fixtures.freshName() + "@example.org"))
                        .map(own -> Set.of(own, shared))
                        .map(
                                both ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        inTransaction(
                                                                () ->
                                                                        markers()
                                                                                .claim(
                                                                                        both,
                                                                                        Fixtures
                                                                                                .NOW))))
                        .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(first -> first)).hasSize(1);
        assertThat(inTransaction(() -> markers().isMarked(Set.of(shared)))).isTrue();

        inTransaction(() -> markers().unmark(Set.of(shared)));
        assertThat(inTransaction(() -> markers().isMarked(Set.of(shared)))).isFalse();
        assertThat(inTransaction(() -> markers().claim(Set.of(shared), Fixtures.NOW))).isTrue();
    }

    @Test
    void a_mailbox_has_many_spellings() {
        String name = Fixtures.freshName();
        inTransaction(
                () -> markers().mark(Set.of(mailbox("a." + name + "+x@gmail.com")), Fixtures.NOW));
        assertThat(marked("A" + name + "@googlemail.com")).isTrue();
        assertThat(marked("a." + name + "@example.org")).isFalse();
        inTransaction(
                () ->
                        markers()
                                .mark(
                                        Set.of(mailbox("b." + name + "+x@example.org")),
                                        Fixtures.NOW));
        assertThat(marked("b." + name + "@example.org")).isTrue();
        assertThat(marked("b" + name + "@example.org")).isFalse();
    }

    private boolean marked(String address) {
        return inTransaction(() -> markers().isMarked(Set.of(mailbox(address))));
    }
}
