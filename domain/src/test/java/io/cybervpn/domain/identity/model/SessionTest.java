package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Session.EndReason;
import io.cybervpn.domain.identity.model.Session.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R231, R233. */
class SessionTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final TokenHash FIRST = new TokenHash("1".repeat(64));
    private static final TokenHash NEXT = new TokenHash("2".repeat(64));

    private static final SessionLife LIFE = new SessionLife(RefreshToken.LIFE, Duration.ofDays(90));

    private final Session.Live session =
            new Session.Live(
                    new SessionId(new UUID(1, 1)),
                    new AccountId(new UUID(1, 2)),
                    START,
                    Optional.empty());
    private final RefreshToken.Fresh fresh = RefreshToken.issue(FIRST, START);

    private RefreshToken.Used usedAt(Instant at) {
        return new RefreshToken.Used(FIRST, START, fresh.expiresAt(), at);
    }

    @Test
    void a_fresh_token_is_exchanged() {
        Instant now = START.plusSeconds(900);
        assertThat(session.renew(fresh, NEXT, LIFE, now))
                .isEqualTo(new Renewal.Renewed(usedAt(now), RefreshToken.issue(NEXT, now)));
    }

    @Test
    void a_used_one_is_exchanged_again_within_grace_and_keeps_its_first_use() {
        Instant now = START.plusSeconds(9);
        assertThat(session.renew(usedAt(START), NEXT, LIFE, now))
                .isEqualTo(new Renewal.Renewed(usedAt(START), RefreshToken.issue(NEXT, now)));
    }

    @Test
    void after_grace_the_family_ends() {
        Instant now = START.plusSeconds(10);
        assertThat(session.renew(usedAt(START), NEXT, LIFE, now))
                .isEqualTo(new Renewal.Stolen(session.end(EndReason.TOKEN_REUSED, now)));
    }

    @Test
    void an_expired_one_is_worth_nothing_used_or_not() {
        Instant now = fresh.expiresAt();
        assertThat(session.renew(fresh, NEXT, LIFE, now)).isEqualTo(new Renewal.Expired());
        assertThat(session.renew(usedAt(START), NEXT, LIFE, now)).isEqualTo(new Renewal.Expired());
        assertThat(session.renew(fresh, NEXT, LIFE, now.minusMillis(1)))
                .isInstanceOf(Renewal.Renewed.class);
    }

    @Test
    void no_renewal_goes_beyond_the_end_of_its_session() {
        Instant late = START.plus(Duration.ofDays(90)).minusSeconds(60);
        RefreshToken.Fresh newest = RefreshToken.issue(FIRST, late.minusSeconds(60));
        Renewal.Renewed renewed = (Renewal.Renewed) session.renew(newest, NEXT, LIFE, late);
        assertThat(renewed.next().expiresAt()).isEqualTo(START.plus(Duration.ofDays(90)));
        assertThat(session.renew(newest, NEXT, LIFE, START.plus(Duration.ofDays(90))))
                .isEqualTo(new Renewal.Expired());
    }
}
