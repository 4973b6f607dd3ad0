package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RefreshTokenReused;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.SessionsEnded;
import io.cybervpn.domain.identity.repository.OpenSessions.Seen;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * R38, R39, R232: a session that ended is over everywhere, also while a part of the shop is away.
 */
class RevocationTest {
    private final IdentityWorld world = new IdentityWorld();
    private final String first = world.registered("anna@example.org").refresh();
    private final AccountId anna = world.accounts.all().getFirst().id();

    private List<Seen> open() {
        return new ListSessions(world.unitOfWork, world.sessions, world.clock)
                .execute(anna)
                .await()
                .indefinitely();
    }

    private SessionId session() {
        return open().getFirst().id();
    }

    private CheckSession.Result check(SessionId session, AccountKind kind) {
        return world.check()
                .execute(new CheckSession.Command(session, kind))
                .await()
                .indefinitely();
    }

    private CheckSession.Result check(SessionId session) {
        return check(session, AccountKind.CUSTOMER);
    }

    private int revoke(Which which) {
        return world.revoke()
                .execute(new RevokeSessions.Command(anna, which))
                .await()
                .indefinitely();
    }

    @Test
    void a_logout_is_known_with_the_next_request() {
        SessionId session = session();
        assertThat(check(session)).isEqualTo(CheckSession.Result.GOOD);
        world.logOut().execute(new LogOut.Command(first)).await().indefinitely();
        assertThat(check(session)).isEqualTo(CheckSession.Result.ENDED);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_reused_token_ends_the_session_at_once_and_its_owner_can_be_told() {
        SessionId session = session();
        assertThat(world.renew(first)).isInstanceOf(RenewTokens.Result.Renewed.class);
        world.clock.advance(Duration.ofSeconds(10));
        assertThat(world.renew(first)).isInstanceOf(RenewTokens.Result.Refused.class);

        assertThat(check(session)).isEqualTo(CheckSession.Result.ENDED);
        assertThat(world.outbox.events(RefreshTokenReused.class))
                .containsExactly(new RefreshTokenReused(anna, session, world.clock.instant()));
        assertThat(world.outbox.events(SessionsEnded.class)).hasSize(1);
    }

    @Test
    void a_repeat_within_grace_alarms_nobody() {
        assertThat(world.renew(first)).isInstanceOf(RenewTokens.Result.Renewed.class);
        assertThat(world.renew(first)).isInstanceOf(RenewTokens.Result.Renewed.class);
        assertThat(world.outbox.events(RefreshTokenReused.class)).isEmpty();
        assertThat(world.outbox.events(SessionsEnded.class)).isEmpty();
    }

    @Test
    void one_or_all_others_or_all_are_revoked() {
        SessionId mine = session();
        world.logIn("anna@example.org", IdentityWorld.PASSWORD);
        world.logIn("anna@example.org", IdentityWorld.PASSWORD);
        assertThat(open()).hasSize(3);
        assertThat(revoke(new Which.Others(mine))).isEqualTo(2);
        assertThat(open()).extracting(Seen::id).containsExactly(mine);
        assertThat(revoke(new Which.One(new SessionId(new UUID(7, 7))))).isZero();
        assertThat(check(mine)).isEqualTo(CheckSession.Result.GOOD);
        assertThat(revoke(new Which.All())).isEqualTo(1);
        assertThat(check(mine)).isEqualTo(CheckSession.Result.ENDED);
    }

    @Test
    void while_the_list_is_away_the_store_of_sessions_answers() {
        SessionId session = session();
        world.revocations.goAway(true);
        assertThat(check(session, AccountKind.STAFF)).isEqualTo(CheckSession.Result.GOOD);
        assertThat(revoke(new Which.All())).isEqualTo(1);
        assertThat(check(session, AccountKind.STAFF)).isEqualTo(CheckSession.Result.ENDED);
        assertThat(check(session)).isEqualTo(CheckSession.Result.ENDED);
    }

    @Test
    void what_could_not_be_spread_at_once_is_spread_by_the_outbox() {
        SessionId session = session();
        world.revocations.goAway(true);
        assertThat(revoke(new Which.All())).isEqualTo(1);
        DenyTokensOnSessionsEnded handler = new DenyTokensOnSessionsEnded(world.revocations);
        SessionsEnded event = world.outbox.events(SessionsEnded.class).getFirst();
        assertThatThrownBy(() -> handler.handle(event).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);

        world.revocations.goAway(false);
        assertThat(check(session)).isEqualTo(CheckSession.Result.GOOD);
        handler.handle(event).await().indefinitely();
        assertThat(check(session)).isEqualTo(CheckSession.Result.ENDED);
    }

    @Test
    void a_list_that_forgot_is_told_again() {
        SessionId session = session();
        revoke(new Which.All());
        world.revocations.forget();
        assertThat(check(session)).isEqualTo(CheckSession.Result.ENDED);
        world.mend().execute().await().indefinitely();
        world.mend().execute().await().indefinitely();
        assertThat(world.revocations.ask(session).await().indefinitely())
                .isEqualTo(InMemoryRevocations.Answer.DENIED);
    }

    @Test
    void when_nobody_can_say_staff_are_kept_out_and_customers_kept_in() {
        SessionId session = session();
        world.revocations.goAway(true);
        CheckSession check =
                new CheckSession(world.revocations, new NoDatabase(), world.sessions, world.clock);
        assertThat(ask(check, session, AccountKind.STAFF)).isEqualTo(CheckSession.Result.UNSURE);
        assertThat(ask(check, session, AccountKind.CUSTOMER)).isEqualTo(CheckSession.Result.GOOD);
    }

    private static CheckSession.Result ask(
            CheckSession check, SessionId session, AccountKind kind) {
        return check.execute(new CheckSession.Command(session, kind)).await().indefinitely();
    }

    private static final class NoDatabase implements UnitOfWork {
        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return Uni.createFrom().failure(new IllegalStateException("no database"));
        }
    }
}
