package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of links does. Other links may be there and may have changed. */
public abstract class AccessLinksContract {
    private static final Instant NOW = Instant.parse("2099-01-31T10:00:00Z");
    private static final int ALL = 1000;

    protected abstract AccessLinks links();

    protected abstract UnitOfWork unitOfWork();

    /** There is a new access. */
    protected abstract AccessId access();

    /** Something about it becomes otherwise. */
    protected abstract void change(AccessId access);

    @CanIgnoreReturnValue
    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static AccessLink link(AccessId access) {
        String token = UUID.randomUUID().toString();
        return new AccessLink(access, AccessLink.hash(token), "sealed " + token, NOW);
    }

    private List<AccessLinks.Change> changesOf(AccessId access) {
        return run(() -> links().changes(ALL)).stream()
                .filter(change -> change.access().equals(access))
                .toList();
    }

    private void settle(AccessId access) {
        List<AccessLinks.Change> changes = changesOf(access);
        run(() -> links().settled(changes));
    }

    @Test
    void the_first_link_of_an_access_stays_and_is_found_both_ways() {
        AccessLink first = link(access());

        assertThat(run(() -> links().add(first))).isTrue();
        assertThat(run(() -> links().add(link(first.access())))).isFalse();

        assertThat(run(() -> links().find(first.access()))).contains(first);
        assertThat(run(() -> links().withHash(first.tokenHash()))).contains(first.access());
        assertThat(run(() -> links().withHash(AccessLink.hash("never given out")))).isEmpty();
    }

    @Test
    void a_link_that_was_replaced_opens_nothing_and_is_noted() {
        AccessLink first = link(access());
        AccessLink second = link(first.access());
        run(() -> links().add(first));
        settle(first.access());

        run(() -> links().replace(second));

        assertThat(run(() -> links().withHash(first.tokenHash()))).isEmpty();
        assertThat(run(() -> links().find(first.access()))).contains(second);
        assertThat(changesOf(first.access()))
                .extracting(AccessLinks.Change::tokenHash)
                .containsExactly(Optional.of(first.tokenHash()));
        settle(first.access());
        assertThat(changesOf(first.access())).isEmpty();
    }

    @Test
    void a_link_may_be_given_where_there_was_none() {
        AccessLink link = link(access());

        run(() -> links().replace(link));

        assertThat(run(() -> links().find(link.access()))).contains(link);
    }

    @Test
    void that_it_was_sent_is_noted_and_holds_for_the_links_after_it() {
        AccessLink link = link(access());
        AccessId other = access();
        run(() -> links().sent(link.access(), NOW));
        run(() -> links().add(link));
        assertThat(run(() -> links().isSent(link.access()))).isFalse();

        run(() -> links().sent(link.access(), NOW));
        run(() -> links().sent(link.access(), NOW.plusSeconds(1)));
        run(() -> links().replace(link(link.access())));

        assertThat(run(() -> links().isSent(link.access()))).isTrue();
        assertThat(run(() -> links().isSent(other))).isFalse();
    }

    @Test
    void a_change_is_noted_once_until_it_is_settled_and_one_that_came_meanwhile_stays() {
        AccessLink link = link(access());
        run(() -> links().add(link));
        settle(link.access());
        change(link.access());
        change(link.access());
        List<AccessLinks.Change> seen = changesOf(link.access());
        assertThat(seen)
                .extracting(AccessLinks.Change::tokenHash)
                .containsExactly(Optional.of(link.tokenHash()));

        change(link.access());
        run(() -> links().settled(seen));

        assertThat(changesOf(link.access())).hasSize(1);
        settle(link.access());
        assertThat(changesOf(link.access())).isEmpty();
    }

    @Test
    void an_access_without_a_link_is_listed_and_its_changes_are_of_no_token() {
        AccessId access = access();
        change(access);

        assertThat(run(() -> links().withoutLink(ALL))).contains(access);
        assertThat(changesOf(access))
                .extracting(AccessLinks.Change::tokenHash)
                .containsExactly(Optional.empty());

        run(() -> links().add(link(access)));
        assertThat(run(() -> links().withoutLink(ALL))).doesNotContain(access);
        settle(access);
    }
}
