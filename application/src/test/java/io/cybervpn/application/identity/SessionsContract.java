package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public abstract class SessionsContract {
    private static final Instant NOW = Fixtures.NOW;
    private static final Duration TOKEN_LIFE = RefreshToken.LIFE;
    private static final Client PHONE = new Client("a phone", "192.0.2.7");
    private static final Client LAPTOP = new Client("a laptop", "2001:db8::7");

    protected abstract Sessions sessions();

    protected abstract OpenSessions openSessions();

    protected abstract Accounts accounts();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Session.Live begin(RefreshToken.Fresh token) {
        Account owner = Fixtures.account(Fixtures.freshName() + "@example.org");
        Session.Live session = session(owner.id(), token.issuedAt());
        inTransaction(
                () -> accounts().add(owner).chain(() -> sessions().add(session, PHONE, token)));
        return session;
    }

    private static Session.Live session(AccountId owner, Instant startedAt) {
        return new Session.Live(
                new SessionId(UUID.randomUUID()), owner, startedAt, Optional.empty());
    }

    private Sessions.Held held(RefreshToken token) {
        return inTransaction(() -> sessions().lock(token.hash())).orElseThrow();
    }

    @Test
    void a_session_is_found_by_its_token_as_it_was() {
        RefreshToken.Fresh token = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Live session = begin(token);
        assertThat(held(token)).isEqualTo(new Sessions.Held(session, token));
    }

    @Test
    void nobody_is_found_by_a_token_that_was_never_given_out() {
        assertThat(inTransaction(() -> sessions().lock(Fixtures.freshHash()))).isEmpty();
    }

    @Test
    void a_renewal_keeps_the_used_token_and_adds_the_next() {
        RefreshToken.Fresh first = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Live session = begin(first);
        Instant later = NOW.plusSeconds(60);
        RefreshToken.Fresh next = RefreshToken.issue(Fixtures.freshHash(), later);
        RefreshToken.Used used = new RefreshToken.Used(first.hash(), NOW, first.expiresAt(), later);
        inTransaction(() -> sessions().renew(session, LAPTOP, used, next));
        assertThat(held(first)).isEqualTo(new Sessions.Held(session, used));
        assertThat(held(next)).isEqualTo(new Sessions.Held(session, next));
    }

    @Test
    void an_ended_session_stays_ended_under_each_of_its_tokens() {
        RefreshToken.Fresh token = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Ended ended = begin(token).end(Session.EndReason.TOKEN_REUSED, NOW.plusSeconds(5));
        inTransaction(() -> sessions().end(ended));
        inTransaction(() -> sessions().end(ended));
        assertThat(held(token).session()).isEqualTo(ended);
    }

    @Test
    void what_expired_is_forgotten_and_the_rest_is_kept() {
        Instant longAgo = NOW.minus(Duration.ofDays(400));
        RefreshToken.Fresh old = RefreshToken.issue(Fixtures.freshHash(), longAgo);
        RefreshToken.Fresh renewed = RefreshToken.issue(Fixtures.freshHash(), longAgo);
        RefreshToken.Fresh young = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Live oldSession = begin(old);
        Session.Live keptSession = begin(renewed);
        RefreshToken.Used used =
                new RefreshToken.Used(renewed.hash(), longAgo, renewed.expiresAt(), NOW);
        inTransaction(() -> sessions().renew(keptSession, LAPTOP, used, young));
        Instant before = longAgo.plus(TOKEN_LIFE).plusSeconds(1);
        int gone = inTransaction(() -> sessions().forget(before, 10_000));
        assertThat(gone).isGreaterThanOrEqualTo(3);
        assertThat(oldSession).isNotNull();
        assertThat(inTransaction(() -> sessions().lock(old.hash()))).isEmpty();
        assertThat(inTransaction(() -> sessions().lock(renewed.hash()))).isEmpty();
        assertThat(held(young).session()).isEqualTo(keptSession);
    }

    private List<OpenSessions.Seen> open(Session session, Instant now) {
        return inTransaction(() -> openSessions().of(session.account(), now, 10));
    }

    private List<SessionId> end(Session session, OpenSessions.Which which, Instant now) {
        return inTransaction(
                () -> openSessions().end(session.account(), which, Session.EndReason.REVOKED, now));
    }

    private Session.Live another(Session.Live session, RefreshToken.Fresh token) {
        Session.Live other = session(session.account(), token.issuedAt());
        inTransaction(() -> sessions().add(other, PHONE, token));
        return other;
    }

    @Test
    void open_sessions_are_listed_with_the_client_of_their_newest_use() {
        RefreshToken.Fresh first = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Live session = begin(first);
        Instant later = NOW.plusSeconds(60);
        Session.Live other =
                another(session, RefreshToken.issue(Fixtures.freshHash(), NOW.plusSeconds(30)));
        assertThat(open(session, later))
                .extracting(seen -> seen.id())
                .first()
                .isEqualTo(other.id());
        RefreshToken.Used used = new RefreshToken.Used(first.hash(), NOW, first.expiresAt(), later);
        RefreshToken.Fresh next = RefreshToken.issue(Fixtures.freshHash(), later);
        inTransaction(() -> sessions().renew(session, LAPTOP, used, next));

        assertThat(open(session, later))
                .containsExactly(
                        new OpenSessions.Seen(session.id(), LAPTOP, NOW, later),
                        new OpenSessions.Seen(
                                other.id(), PHONE, NOW.plusSeconds(30), NOW.plusSeconds(30)));
        assertThat(open(session, NOW.plusSeconds(30).plus(TOKEN_LIFE))).hasSize(1);
    }

    @Test
    void an_owner_ends_one_or_all_or_all_others_and_never_those_of_somebody_else() {
        Session.Live one = begin(RefreshToken.issue(Fixtures.freshHash(), NOW));
        Session.Live two = another(one, RefreshToken.issue(Fixtures.freshHash(), NOW));
        Session.Live three = another(one, RefreshToken.issue(Fixtures.freshHash(), NOW));
        Session.Live foreign = begin(RefreshToken.issue(Fixtures.freshHash(), NOW));
        Instant later = NOW.plusSeconds(5);

        assertThat(end(one, new OpenSessions.Which.One(foreign.id()), later)).isEmpty();
        assertThat(end(one, new OpenSessions.Which.One(two.id()), later)).containsExactly(two.id());
        assertThat(end(one, new OpenSessions.Which.One(two.id()), later)).isEmpty();
        assertThat(end(one, new OpenSessions.Which.Others(one.id()), later))
                .containsExactly(three.id());
        assertThat(has(one, later)).isTrue();
        assertThat(end(one, new OpenSessions.Which.All(), later)).containsExactly(one.id());
        assertThat(has(one, later)).isFalse();
        assertThat(has(foreign, later)).isTrue();
        assertThat(has(foreign, NOW.plus(TOKEN_LIFE))).isFalse();
        assertThat(inTransaction(() -> openSessions().endedSince(later, 100_000)))
                .contains(one.id(), two.id(), three.id())
                .doesNotContain(foreign.id());
    }

    private boolean has(Session session, Instant now) {
        return inTransaction(() -> openSessions().has(session.id(), now));
    }

    @Test
    void when_the_second_factor_was_shown_is_kept_with_the_session() {
        Account owner = Fixtures.account(Fixtures.freshName() + "@example.org");
        RefreshToken.Fresh token = RefreshToken.issue(Fixtures.freshHash(), NOW);
        Session.Live session =
                new Session.Live(
                        new SessionId(UUID.randomUUID()), owner.id(), NOW, Optional.of(NOW));
        inTransaction(
                () -> accounts().add(owner).chain(() -> sessions().add(session, PHONE, token)));
        assertThat(held(token).session()).isEqualTo(session);
    }

    @Test
    void when_its_owner_last_showed_who_he_is_is_the_newest_of_all_ways() {
        Session.Live session = begin(RefreshToken.issue(Fixtures.freshHash(), NOW));
        Instant later = NOW.plusSeconds(60);
        assertThat(shownAt(session, later)).contains(NOW);
        assertThat(inTransaction(() -> openSessions().show(session.account(), session.id(), later)))
                .contains(session);
        assertThat(shownAt(session, later)).contains(later);
        Instant newest = later.plusSeconds(60);
        inTransaction(() -> openSessions().prove(session.account(), session.id(), newest));
        assertThat(shownAt(session, newest)).contains(newest);

        Session.Live foreign = begin(RefreshToken.issue(Fixtures.freshHash(), NOW));
        assertThat(inTransaction(() -> openSessions().show(foreign.account(), session.id(), later)))
                .isEmpty();
        end(session, new OpenSessions.Which.All(), newest);
        assertThat(shownAt(session, newest)).isEmpty();
    }

    private Optional<Instant> shownAt(Session session, Instant now) {
        return inTransaction(() -> openSessions().shownAt(session.account(), session.id(), now));
    }
}
